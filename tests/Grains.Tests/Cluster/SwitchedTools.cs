using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>Lets a test come between a specialist and what it reads: hold it, or let it fail.</summary>
public sealed class SwitchedTools
{
    private readonly ConcurrentDictionary<string, Func<Task>> _before = new();

    /// <summary>Runs before every read of that customer's orders.</summary>
    public void BeforeOrdersOf(string customerId, Func<Task> action) => _before[customerId] = action;

    /// <summary>As it was.</summary>
    public void Release(string customerId) => _before.TryRemove(customerId, out _);

    internal void Wrap(IServiceCollection services) => services.AddSingleton<IOrderStore>(provider => new Store(provider.GetRequiredService<InMemoryShop>(), _before));

    private sealed class Store(InMemoryShop shop, ConcurrentDictionary<string, Func<Task>> before) : IOrderStore
    {
        private readonly InMemoryOrderStore _inner = new(shop);

        public async Task<IReadOnlyList<Order>> List(string customerId, CancellationToken cancellationToken)
        {
            if (before.TryGetValue(customerId, out var action))
                await action();
            return await _inner.List(customerId, cancellationToken);
        }

        public Task<Order?> Find(string customerId, string orderId, CancellationToken cancellationToken) => _inner.Find(customerId, orderId, cancellationToken);
    }
}
