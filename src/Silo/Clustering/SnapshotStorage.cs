using Orleans.Runtime;
using Orleans.Storage;
using SupportAgents.Failures;
using SupportAgents.Grains.Conversations;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Clustering;

/// <summary>
/// Orleans' storage of snapshots in PostgreSQL. What its driver throws becomes a <see cref="SupportException"/>, as in
/// every other store: a snapshot is read while a grain is activated, and the failure of that goes to the caller, who may
/// be in another process and cannot read a driver's exception.
/// </summary>
internal sealed class SnapshotStorage(IGrainStorage storage) : IGrainStorage
{
    private const string Inner = ConversationGrain.SnapshotStorage + "-postgresql";

    /// <summary>Adds it under the name that conversations ask for.</summary>
    public static void Add(ISiloBuilder silo)
    {
        // Over the stores' pool. Of an erased one no row stays, not even an empty one.
        silo.AddAdoNetGrainStorage(Inner, storage => storage.Configure<Database>((options, database) =>
            (options.Invariant, options.DataSource, options.DeleteStateOnClear) = (SiloClustering.Invariant, database.DataSource, true)));
        silo.Services.AddKeyedSingleton<IGrainStorage>(ConversationGrain.SnapshotStorage,
            (services, _) => new SnapshotStorage(services.GetRequiredKeyedService<IGrainStorage>(Inner)));
    }

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Translate(storage.ReadStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Translate(storage.WriteStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Translate(storage.ClearStateAsync(stateName, grainId, grainState));

    private static async Task Translate(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception failure) when (failure.InnerException is { } inner && DriverFailures.IsDriverFailure(inner) || DriverFailures.IsDriverFailure(failure))
        {
            throw DriverFailures.Translate(failure);
        }
    }
}
