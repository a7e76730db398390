using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Webhooks;

namespace SupportAgents.Silo.Webhooks;

/// <summary>
/// Which effects are told of, and in what words. Ids come from the effect itself: one that is written again after a
/// failure is the same event.
/// </summary>
internal sealed class WebhookEvents(IOptions<WebhookOptions> options)
{
    public const string HandOff = "conversation.handed_off";
    public const string Closing = "conversation.closed";
    public const string Action = "action.executed";

    /// <summary>All types.</summary>
    public static readonly string[] Types = [HandOff, Closing, Action];

    /// <summary>The deliveries for entries of a conversation's log.</summary>
    public IReadOnlyList<OutboxRow> Of(ConversationHead head, IReadOnlyList<LogEntry> entries) => options.Value.Endpoints.Count == 0
        ? []
        : [.. entries.SelectMany(entry => entry.Entry switch
        {
            HandedOff handedOff => Rows(HandOff, $"evt_{head.Id}_{entry.Seq}", entry.At, head.Id, head.CustomerId, new { handedOff.Reason, handedOff.Package }),
            Closed closed => Rows(Closing, $"evt_{head.Id}_{entry.Seq}", entry.At, head.Id, head.CustomerId, new { closed.Outcome, By = closed.Name }),
            _ => [],
        })];

    /// <summary>The deliveries for a proposal that was executed.</summary>
    public IReadOnlyList<OutboxRow> Of(StoredProposal executed, Principal who, DateTimeOffset now) =>
        [.. Rows(Action, $"evt_{executed.LedgerId}", now, executed.ConversationId, executed.CustomerId, new
        {
            ProposalId = executed.Shown.Id,
            executed.Shown.Kind,
            executed.Shown.Summary,
            executed.OrderId,
            executed.Shown.Amount,
            executed.Shown.Currency,
            executed.LedgerId,
            Actor = who.Subject,
            Role = StoredText.Name(who.Role),
        })];

    private IEnumerable<OutboxRow> Rows(string type, string id, DateTimeOffset at, string? conversationId, string customerId, object data)
    {
        var body = new Lazy<string>(() => JsonSerializer.Serialize(new { id, type, at, conversationId, customerId, data }, StoredText.Json));
        return options.Value.Endpoints.Where(endpoint => endpoint.Value.Wants(type)).Select(endpoint => new OutboxRow
        {
            Id = $"{id}.{endpoint.Key}",
            EventId = id,
            Type = type,
            Endpoint = endpoint.Key,
            ConversationId = conversationId,
            Body = StoredText.Plain(body.Value)!,
            CreatedAt = at,
            DueAt = at,
        });
    }
}
