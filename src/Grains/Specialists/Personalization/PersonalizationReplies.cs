namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Names the personalization specialist's words: the YAML file beside this one.</summary>
public sealed class PersonalizationReplies;
