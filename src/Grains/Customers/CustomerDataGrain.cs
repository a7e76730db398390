using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.SignIn;

namespace SupportAgents.Grains.Customers;

/// <inheritdoc cref="ICustomerDataGrain"/>
public sealed class CustomerDataGrain(CustomerExporter exporter, IPersonalDataStore personal, ICustomerStore customers, IOrderStore orders) : Grain, ICustomerDataGrain
{
    /// <summary>Conversations erased at a time.</summary>
    private const int Together = 16;

    /// <summary>Conversations may be opened while others are erased; more rounds would mean that somebody does so on purpose.</summary>
    private const int Rounds = 5;
    private ErasureReceipt? _receipt;

    /// <inheritdoc/>
    public Task<CustomerExport> Export(Principal who, CancellationToken cancellationToken = default) => exporter.Export(Own(who), cancellationToken);

    /// <inheritdoc/>
    public async Task<ErasureReceipt> Erase(Principal who, bool includingOpenOrders, CancellationToken cancellationToken = default)
    {
        var customerId = Own(who);
        if (!includingOpenOrders)
            await RefuseOpenOrders(customerId, cancellationToken);
        if (await customers.Find(customerId, cancellationToken) is { } customer)
            await GrainFactory.GetGrain<ISignInGrain>(ISignInGrain.KeyOf(customer.Email)).Forget(cancellationToken);
        var conversations = 0;
        for (var round = 0; round < Rounds; round++)
        {
            conversations += await EraseConversations(customerId, who, cancellationToken);
            if (await personal.Erase(customerId, who, conversations, cancellationToken) is not { } receipt)
                continue;
            if (receipt.Stores.Any(store => store.Deleted + store.Anonymised > 0))
                return _receipt = receipt;
            return _receipt ?? throw SupportException.NotFound("customer");
        }
        throw new SupportException(FailureKind.Conflict, "conversations go on being opened for this customer; try again");
    }

    private async Task<int> EraseConversations(string customerId, Principal who, CancellationToken cancellationToken)
    {
        var ids = await personal.Conversations(customerId, cancellationToken);
        foreach (var some in ids.Chunk(Together))
            await Task.WhenAll(some.Select(id => EraseConversation(id, who, cancellationToken)));
        return ids.Count;
    }

    private async Task EraseConversation(string id, Principal who, CancellationToken cancellationToken)
    {
        try
        {
            await GrainFactory.GetGrain<IConversationCareGrain>(id).Erase(who, cancellationToken);
        }
        catch (SupportException e) when (e.Kind == FailureKind.NotFound)
        {
            // Erased by somebody else meanwhile.
        }
    }

    private async Task RefuseOpenOrders(string customerId, CancellationToken cancellationToken)
    {
        var open = (await orders.List(customerId, cancellationToken)).Where(order => order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled)).ToList();
        if (open.Count > 0)
            throw new SupportException(FailureKind.Conflict,
                $"orders are under way and need their address: {string.Join(", ", open.Select(order => order.Id))}. " +
                "Cancel them, wait until they are done, or erase with includingOpenOrders=true.");
    }

    /// <summary>The key, when these are the principal's records; to anybody else they do not exist.</summary>
    private string Own(Principal who) =>
        who.CustomerId == this.GetPrimaryKeyString() ? this.GetPrimaryKeyString() : throw SupportException.NotFound("customer");
}
