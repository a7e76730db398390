using Orleans.Runtime;
using Orleans.Runtime.Messaging;

namespace SupportAgents.Failures;

/// <summary>Failures of the cluster, not of the call: the same call may succeed a moment later, on another silo.</summary>
public static class TransientFailures
{
    /// <summary>
    /// True for what Orleans throws while a silo starts, stops, is overloaded or has died, and for services that are
    /// disposed: what still runs in a silo that has stopped finds nothing else.
    /// </summary>
    public static bool Is(Exception failure) => failure
        is OrleansMessageRejectionException
        or SiloUnavailableException
        or ConnectionFailedException
        or EnumerationAbortedException
        or GatewayTooBusyException
        or ClientNotAvailableException
        or TimeoutException
        or ObjectDisposedException;

    /// <summary>True for those, and for calls that the cluster cancelled because it found no place for their grain in time, and not their caller.</summary>
    public static bool IsOfCluster(Exception failure, CancellationToken caller) =>
        failure is OperationCanceledException ? !caller.IsCancellationRequested : Is(failure);
}
