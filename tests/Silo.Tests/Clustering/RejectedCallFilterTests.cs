using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using SupportAgents.Shared.Clustering;
using SupportAgents.Silo.Clustering;

namespace SupportAgents.Silo.Tests.Clustering;

public sealed class RejectedCallFilterTests
{
    private static readonly GrainId _grain = GrainId.Create("orders", "c-1");
    private readonly RejectedCallFilter _filter = new(Options.Create(new ClusteringOptions { Patience = TimeSpan.FromSeconds(1) }));

    [Fact]
    public async Task Rejected_call_is_repeated_until_it_runs()
    {
        var call = Call.To(_grain, tries => tries < 3 ? Rejection() : null);
        await _filter.Invoke(call.Context);
        Assert.Equal(3, call.Tries);
    }

    [Fact]
    public async Task Call_that_is_rejected_for_longer_than_the_patience_fails()
    {
        var call = Call.To(_grain, _ => Rejection());
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => _filter.Invoke(call.Context));
        Assert.InRange(call.Tries, 3, 6);
    }

    [Fact]
    public async Task Call_that_may_have_run_is_left_to_its_caller()
    {
        var call = Call.To(_grain, _ => new SiloUnavailableException("gone"));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => _filter.Invoke(call.Context));
        Assert.Equal(1, call.Tries);
    }

    [Fact]
    public async Task Orleans_own_calls_are_left_alone()
    {
        var call = Call.To(GrainId.Create("sys.svc.directory", "1"), _ => Rejection());
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => _filter.Invoke(call.Context));
        Assert.Equal(1, call.Tries);
    }

    /// <summary>Orleans keeps the constructors to itself.</summary>
    private static OrleansMessageRejectionException Rejection() =>
        (OrleansMessageRejectionException)RuntimeHelpers.GetUninitializedObject(typeof(OrleansMessageRejectionException));

    /// <summary>An outgoing call of which only the target and the outcome matter.</summary>
    public class Call : DispatchProxy
    {
        private GrainId _target;
        private Func<int, Exception?> _outcome = _ => null;

        public int Tries { get; private set; }

        public IOutgoingGrainCallContext Context => (IOutgoingGrainCallContext)(object)this;

        public static Call To(GrainId target, Func<int, Exception?> outcome)
        {
            var call = (Call)(object)Create<IOutgoingGrainCallContext, Call>();
            (call._target, call._outcome) = (target, outcome);
            return call;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            "get_TargetId" => _target,
            nameof(IGrainCallContext.Invoke) => _outcome(++Tries) is { } failure ? Task.FromException(failure) : Task.CompletedTask,
            _ => throw new NotSupportedException(targetMethod?.Name),
        };
    }
}
