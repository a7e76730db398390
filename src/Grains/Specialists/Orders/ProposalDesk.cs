using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Makes proposals. Nothing but a proposal is written here.</summary>
public sealed class ProposalDesk(ProposalFactsReader facts, IProposalStore proposals, TimeProvider time)
{
    /// <summary>Proposes what a write's arguments ask for, or refuses it.</summary>
    public Task<ToolResult> Propose<TArguments>(ToolContext context, string kind, TArguments arguments, CancellationToken cancellationToken) =>
        Propose(context, kind, new JsonText(JsonSerializer.Serialize(arguments, ToolArguments.Options)),
            (arguments as IOrderArguments)?.OrderId, cancellationToken);

    /// <summary>
    /// As above, with the arguments as they are stored. The same ask again, on the same records, is the same proposal;
    /// another one for the same order and kind in the same conversation takes the older one's place.
    /// </summary>
    public async Task<ToolResult> Propose(ToolContext context, string kind, JsonText arguments, string? orderId, CancellationToken cancellationToken)
    {
        if (await facts.Read(context.CustomerId, orderId, cancellationToken) is not { } records)
            return ToolResult.Refused(Refusals.CustomerNotFound());
        var now = time.GetUtcNow();
        var verdict = OrdersRules.Find(kind)!.Judge(arguments, records, now);
        if (verdict.Quote is not { } quote)
            return ToolResult.Refused(verdict.Refusal!);

        foreach (var older in await proposals.ListOpen(context.CustomerId, context.ConversationId, now, cancellationToken))
        {
            if (older.Shown.Kind != kind || older.OrderId != orderId)
                continue;
            if (AreSame(older.Arguments, arguments) && older.OrderVersion == records.Order?.Version && quote.IsWhatWasShown(older.Shown))
                return ToolResult.Proposed(older.Shown);
            await proposals.Decline(context.CustomerId, older.Shown.Id, cancellationToken);
        }
        var proposal = Write(context, kind, arguments, orderId, records, quote, now);
        await proposals.Add(proposal, cancellationToken);
        return ToolResult.Proposed(proposal.Shown);
    }

    /// <summary>Databases may keep JSON in their own spelling, so the texts are not compared.</summary>
    private static bool AreSame(JsonText left, JsonText right)
    {
        using var one = JsonDocument.Parse(left.Json);
        using var other = JsonDocument.Parse(right.Json);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }

    private static StoredProposal Write(ToolContext context, string kind, JsonText arguments, string? orderId,
        ProposalFacts records, Quote quote, DateTimeOffset now) => new()
        {
            Shown = new Proposal
            {
                Id = UnguessableId.New("p_"),
                Kind = kind,
                Summary = quote.Summary,
                Lines = quote.Lines,
                Amount = quote.Amount,
                Currency = records.Policies.CurrencyCode,
                ExpiresAt = now.AddMinutes(records.Policies.ProposalMinutes ?? OrdersRules.DefaultProposalMinutes),
            },
            CustomerId = context.CustomerId,
            ConversationId = context.ConversationId,
            Arguments = arguments,
            OrderId = orderId,
            OrderVersion = records.Order?.Version,
            PolicyVersion = records.Policies.Version,
            CreatedAt = now,
        };
}
