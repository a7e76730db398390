using System.Text.Json;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Tests.Data.Proposals;

/// <summary>The order desk's tools on a database: one silo's share of it.</summary>
internal sealed class OrderDeskOnStorage
{
    private readonly StorageUnderTest _storage;
    private readonly Toolbox _tools;

    public OrderDeskOnStorage(StorageUnderTest storage)
    {
        _storage = storage;
        var proposals = storage.Get<IProposalStore>();
        var facts = new ProposalFactsReader(storage.Get<ICustomerStore>(), storage.Get<IOrderStore>(), storage.Get<ICatalogStore>(), storage.Get<IPolicyStore>());
        var desk = new ProposalDesk(facts, proposals, TimeProvider.System);
        var reads = new OrderReads(storage.Get<ICustomerStore>(), storage.Get<IOrderStore>());
        _tools = new Toolbox([new OrdersTools(reads, desk), new ProposalTools(proposals, desk, TimeProvider.System)]);
    }

    /// <summary>A pending order that a gift card paid.</summary>
    public static Order Pending(string id) => Samples.Order(id) with
    {
        Status = OrderStatus.Pending,
        Payments = [new() { Kind = PaymentEntryKind.Payment, Amount = new Money(15_799), PaymentMethodId = "a_gift" }],
    };

    public Task<ToolResult> Call(string tool, object arguments, string customerId = "ada") =>
        _tools.Invoke(new ToolContext(Principal.Customer(customerId), null), tool, JsonSerializer.SerializeToElement(arguments), CancellationToken.None);

    public Task<ToolResult> Cancel(string orderId) => Call(OrderToolNames.CancelPendingOrder, new { order_id = orderId, reason = "no longer needed" });

    public Task<ToolResult> Confirm(string proposalId, string customerId = "ada") =>
        Call(OrderToolNames.ConfirmProposal, new { proposal_id = proposalId }, customerId);

    public Task<ToolResult> Undo(string orderId) => Call(OrderToolNames.UndoAction, new { order_id = orderId });

    public async Task<Order> Order(string id) => (await _storage.Get<IOrderStore>().Find("ada", id, default))!;

    public async Task<Money> GiftCard() => (await _storage.Get<ICustomerStore>().Find("ada", default))!.FindPaymentMethod("a_gift")!.Balance!.Value;

    public Task<long> LedgerRows() => _storage.Get<Database>().Read(session => session.First<long>("SELECT COUNT(*) FROM ledger"), default);

    public Task SetPolicies(string json) => _storage.Get<Database>().Write(null, async session =>
    {
        await PolicyTable.Save(session, json, Samples.Noon);
        return true;
    }, default);
}
