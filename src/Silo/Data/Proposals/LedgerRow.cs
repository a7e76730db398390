using SupportAgents.Customers;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>A row of <c>ledger</c>.</summary>
internal sealed record LedgerRow
{
    public string Id { get; init; } = "";
    public string ProposalId { get; init; } = "";
    public string? OrderId { get; init; }
    public string Kind { get; init; } = "";
    public string Arguments { get; init; } = "";
    public long AmountCents { get; init; }
    public string Actor { get; init; } = "";
    public string Result { get; init; } = "";
    public DateTimeOffset At { get; init; }

    public ExportedChange ToChange() => new()
    {
        LedgerId = Id,
        ProposalId = ProposalId,
        Kind = Kind,
        OrderId = OrderId,
        Arguments = new JsonText(Arguments),
        Amount = new Money(AmountCents),
        Actor = Actor,
        Result = new JsonText(Result),
        At = At,
    };
}
