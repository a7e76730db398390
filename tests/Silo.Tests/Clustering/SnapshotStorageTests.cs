using Npgsql;
using Orleans.Runtime;
using Orleans.Storage;
using SupportAgents.Failures;
using SupportAgents.Grains.Conversations;
using SupportAgents.Silo.Clustering;

namespace SupportAgents.Silo.Tests.Clustering;

/// <summary>A restart of PostgreSQL reached clients as an internal error: the driver's exception could not be told to the gateway.</summary>
public sealed class SnapshotStorageTests
{
    private static readonly GrainState<ConversationSnapshot> _state = new();

    public static TheoryData<Exception> OfTheDriver => [new NpgsqlException("gone"), new PostgresException("stopping", "FATAL", "FATAL", "57P01"), new TimeoutException(), new InvalidOperationException("reading", new NpgsqlException("gone"))];

    [Theory]
    [MemberData(nameof(OfTheDriver))]
    public async Task What_the_driver_throws_can_be_told_to_another_process(Exception failure)
    {
        var storage = new SnapshotStorage(new FailingStorage(failure));
        foreach (var call in (Func<Task>[])[() => storage.ReadStateAsync("s", default, _state), () => storage.WriteStateAsync("s", default, _state), () => storage.ClearStateAsync("s", default, _state)])
            Assert.Equal(FailureKind.Unavailable, (await Assert.ThrowsAsync<SupportException>(call)).Kind);
    }

    [Fact]
    public async Task What_Orleans_throws_is_its_own_matter() =>
        await Assert.ThrowsAsync<InconsistentStateException>(() => new SnapshotStorage(new FailingStorage(new InconsistentStateException("newer"))).WriteStateAsync("s", default, _state));

    private sealed class FailingStorage(Exception failure) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.FromException(failure);

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.FromException(failure);

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.FromException(failure);
    }
}
