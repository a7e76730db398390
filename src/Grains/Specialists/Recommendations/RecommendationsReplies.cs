namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Names the recommendation specialist's words: the YAML file beside this one.</summary>
public sealed class RecommendationsReplies;
