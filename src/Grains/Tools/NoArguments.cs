namespace SupportAgents.Grains.Tools;

/// <summary>Arguments of tools that need none.</summary>
public sealed record NoArguments;
