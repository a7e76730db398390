namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Names the troubleshooting specialist's words: the YAML file beside this one.</summary>
public sealed class TroubleshootingReplies;
