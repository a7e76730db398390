using SupportAgents.Failures;

namespace SupportAgents.Silo.Data;

/// <summary>
/// Something small that is read often, held in memory. Its version is checked once in a while; it is loaded again only
/// when that has changed. While the database is away the last state goes on being served.
/// </summary>
internal sealed class Snapshot<T>(Database database, TimeProvider time, TimeSpan trusted, string version, Func<DbSession, Task<T>> load) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _refresh = new(1, 1);
    private volatile State? _state;

    /// <summary>The current state, at most the trusted time old.</summary>
    public async Task<T> Get(CancellationToken cancellationToken)
    {
        if (_state is { } state && IsFresh(state))
            return state.Value;
        await _refresh.WaitAsync(cancellationToken);
        try
        {
            state = _state;
            if (state is null || !IsFresh(state))
                _state = state = await Refresh(state, cancellationToken);
            return state.Value;
        }
        finally
        {
            _refresh.Release();
        }
    }

    public void Dispose() => _refresh.Dispose();

    private bool IsFresh(State state) => time.GetElapsedTime(state.CheckedAt) < trusted;

    private async Task<State> Refresh(State? known, CancellationToken cancellationToken)
    {
        var checkedAt = time.GetTimestamp();
        try
        {
            var number = await database.Read(session => Versions.Read(session, version), cancellationToken);
            if (known is not null && number == known.Version)
                return known with { CheckedAt = checkedAt };
            return await database.Read(null, async session =>
                new State(await Versions.Read(session, version), checkedAt, await load(session)), cancellationToken);
        }
        catch (SupportException failure) when (failure.Kind == FailureKind.Unavailable && known is not null)
        {
            return known with { CheckedAt = checkedAt };
        }
    }

    private sealed record State(long Version, long CheckedAt, T Value);
}
