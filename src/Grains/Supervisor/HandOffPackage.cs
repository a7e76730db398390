using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Supervisor;

/// <summary>The warm package for the person who takes over: who, what was asked and its state, what waits.</summary>
public static class HandOffPackage
{
    private const int Lines = 12;

    /// <summary>The package of a conversation whose customer asked for a person outside a turn.</summary>
    public static JsonText Of(ConversationState state) => new(JsonSerializer.Serialize(new
    {
        customerId = state.CustomerId,
        verifiedBy = VerifiedBy(state.CustomerId),
        requests = state.Recent.LastOrDefault(item => item.Answer is not null)?.Answer!.Requests ?? [],
        openProposal = OpenProposal(state.Dialogue),
        openQuestions = OpenQuestions(state.Dialogue),
        said = state.Recent.TakeLast(Lines).Select(item => new { item.Role, item.Text }),
    }, ToolResult.JsonOptions));

    /// <summary>The package of a turn in which an agent hands off.</summary>
    public static JsonText Of(SupervisorTask task, AgentSaid said) => new(JsonSerializer.Serialize(new
    {
        customerId = task.Who.CustomerId,
        verifiedBy = VerifiedBy(task.Who.CustomerId),
        requests = said.Answer.Requests,
        openProposal = OpenProposal(said.Dialogue),
        openQuestions = OpenQuestions(said.Dialogue),
        said = task.Recent.TakeLast(Lines).Select(item => new { item.Role, item.Text }).Append(new { Role = "customer", task.Message.Text }),
    }, ToolResult.JsonOptions));

    private static string? VerifiedBy(string? customerId) => customerId is null || Principal.IsVisitorId(customerId) ? null : "signed token";

    private static Proposal? OpenProposal(DialogueState dialogue) =>
        dialogue.OpenAsks.Select(ask => ask.Proposal).FirstOrDefault(proposal => proposal is not null);

    private static IEnumerable<object> OpenQuestions(DialogueState dialogue) =>
        dialogue.OpenAsks.Where(ask => ask.Question.Length > 0).Select(ask => new { ask.Request.Ask, ask.Question });
}
