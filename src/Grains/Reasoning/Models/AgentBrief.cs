namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>What a specialist tells a model: its prompt, and the tools that the model may use.</summary>
/// <param name="Prompt">Instructions in sections; see the <c>.prompt</c> files.</param>
/// <param name="Tools">Names of tools. Settling a proposal is never among them: that is the customer's.</param>
/// <param name="Proposing">Intent to the tool that proposes its change.</param>
public sealed record AgentBrief(string Prompt, IReadOnlyList<string> Tools, IReadOnlyDictionary<string, string> Proposing)
{
    /// <summary>The intent whose change a tool proposes, or null.</summary>
    public string? IntentOf(string tool) => Proposing.FirstOrDefault(pair => pair.Value == tool).Key;
}
