namespace SupportAgents.Grains.Supervisor;

/// <summary>Names the supervisor's own words: the YAML file beside this one.</summary>
public sealed class DeskReplies;
