using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Grains.Reasoning;

/// <summary>A specialist as data: its name, what it tells a model, and what it can do without one.</summary>
/// <param name="Name">One of <see cref="Agents.AgentNames"/>.</param>
/// <param name="Skills">What the built-in reasoner can do for it.</param>
/// <param name="Replies">Its words.</param>
public sealed record AgentDefinition(string Name, IReadOnlyList<ISkill> Skills, Replies Replies)
{
    /// <summary>What it tells a model; null for an agent that works without one.</summary>
    public AgentBrief? Brief { get; init; }

    /// <summary>The skill that serves an intent, or null.</summary>
    public ISkill? FindSkill(string intent) => Skills.FirstOrDefault(skill => skill.Intents.Contains(intent));
}
