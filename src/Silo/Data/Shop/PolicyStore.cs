using Microsoft.Extensions.Options;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>The shop's rules, held in memory.</summary>
internal sealed class PolicyStore(Database database, IOptions<StorageOptions> options, TimeProvider time) : IPolicyStore, IDisposable
{
    private readonly Snapshot<ShopPolicies> _snapshot = new(
        database, time, TimeSpan.FromMilliseconds(options.Value.SnapshotMilliseconds), Versions.Policies, PolicyTable.Current);

    public Task<ShopPolicies> Current(CancellationToken cancellationToken) => _snapshot.Get(cancellationToken);

    public void Dispose() => _snapshot.Dispose();
}
