using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Supervisor;

/// <summary>The warm package for the person who takes over: who, what was asked and its state, what waits.</summary>
public static class HandOffPackage
{
    private const int Lines = 12;

    /// <summary>The package as JSON.</summary>
    public static JsonText Of(SupervisorTask task, AgentSaid said) => new(JsonSerializer.Serialize(new
    {
        customerId = task.Who.CustomerId,
        verifiedBy = "signed token",
        requests = said.Answer.Requests,
        openProposal = said.Dialogue.OpenAsks.Select(ask => ask.Proposal).FirstOrDefault(proposal => proposal is not null),
        openQuestions = said.Dialogue.OpenAsks.Where(ask => ask.Question.Length > 0).Select(ask => new { ask.Request.Ask, ask.Question }),
        said = task.Recent.TakeLast(Lines).Select(item => new { item.Role, item.Text }).Append(new { Role = "customer", task.Message.Text }),
    }, ToolResult.JsonOptions));
}
