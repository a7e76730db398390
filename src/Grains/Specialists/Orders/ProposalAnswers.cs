using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>What settling a proposal answers: the same for everyone who asks again.</summary>
internal static class ProposalAnswers
{
    /// <summary>The ledger's id and the changed record.</summary>
    public static ToolResult Done(StoredProposal executed)
    {
        var data = new JsonObject { ["ledgerId"] = executed.LedgerId, ["proposalId"] = executed.Shown.Id };
        using var result = JsonDocument.Parse(executed.Result?.Json ?? "{}");
        foreach (var member in Snapshots.Shown(result.RootElement))
            data[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return ToolResult.Found(new JsonText(data.ToJsonString(ToolResult.JsonOptions)), $"Done: {executed.Shown.Summary}");
    }

    /// <summary>That nothing will come of it.</summary>
    public static ToolResult Declined(StoredProposal declined) =>
        ToolResult.Found(new { proposalId = declined.Shown.Id, state = "declined" }, "The proposal is declined; nothing was changed.");
}
