using System.ComponentModel;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Arguments of <c>transfer_to_human</c>.</summary>
public sealed record TransferArguments
{
    [Description("What the customer wants and what was tried, for the person who takes over")]
    public required string Summary { get; init; }
}

/// <summary>
/// What <c>transfer_to_human</c> answers. Inside a conversation it is the reasoner's order to hand off: the
/// conversation owns its log and does it at the end of the turn. Outside, <see cref="ConversationId"/> is the one that was
/// opened for the desk.
/// </summary>
public sealed record HandOffRequest
{
    public required string Summary { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>True when the conversation waits for a person already.</summary>
    public required bool IsQueued { get; init; }
}

/// <summary>The way to a person.</summary>
public sealed class HandOffTools(ICustomerStore customers, IProposalStore proposals, IConversationStore conversations, TimeProvider time) : IToolset
{
    private const int MaxLength = 2_000;

    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Write<TransferArguments>(OrderToolNames.TransferToHuman,
            "Hands the customer over to a person of the support team, with a summary. Use it when the customer asks for a person or the tools cannot do what is needed.",
            Transfer),
    ];

    private async Task<ToolResult> Transfer(ToolContext context, TransferArguments arguments, CancellationToken cancellationToken)
    {
        var summary = arguments.Summary.Length > MaxLength ? arguments.Summary[..MaxLength] : arguments.Summary;
        var queued = context.ConversationId is null;
        var conversationId = context.ConversationId ?? await Open(context, summary, cancellationToken);
        return ToolResult.Found(new HandOffRequest { Summary = summary, ConversationId = conversationId, IsQueued = queued },
            "Transfer successful: a person of the support team takes over.");
    }

    private async Task<string> Open(ToolContext context, string summary, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var package = await Package(context, summary, now, cancellationToken);
        var head = new ConversationHead
        {
            Id = UnguessableId.New("c_"),
            CustomerId = context.CustomerId,
            Status = ConversationStatus.WaitingForPerson,
            NextSeq = 1,
            OpenTurns = 0,
            CreatedAt = now,
            UpdatedAt = now,
            Title = summary.Length > 80 ? summary[..80] : summary,
            HandOffReason = summary,
            WaitingSince = now,
        };
        var entry = new LogEntry { Seq = 1, At = now, EventNumber = 1, Entry = new HandedOff { Reason = summary, Package = package } };
        if (!await conversations.Create(head, cancellationToken)
            || !await conversations.Append(1, [entry], head with { NextSeq = 2 }, cancellationToken))
            throw new SupportException(FailureKind.Unavailable, "the conversation for the desk could not be opened");
        return head.Id;
    }

    private async Task<JsonText> Package(ToolContext context, string summary, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var customer = await customers.Find(context.CustomerId, cancellationToken)
            ?? throw SupportException.NotFound("customer");
        var open = await proposals.ListOpen(context.CustomerId, conversationId: null, now, cancellationToken);
        return new JsonText(JsonSerializer.Serialize(new
        {
            customer = new { customer.Id, name = customer.FullName, customer.Email },
            verifiedBy = context.Who.IsStaff ? $"staff token of {context.Who.Subject}" : "customer token",
            summary,
            openProposals = open.Select(proposal => proposal.Shown),
        }, ToolResult.JsonOptions));
    }
}
