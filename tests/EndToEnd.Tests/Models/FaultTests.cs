using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Support.Bedrock;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>A short form of the table that bench/Models prints: calls of both models fail, and every turn is answered once.</summary>
public sealed class FaultTests(FaultySilos cluster, ITestOutputHelper output) : IClassFixture<FaultySilos>
{
    private const int Turns = 40;
    private const int AtOnce = 8;
    private const double Some = 0.3;

    public static TheoryData<BedrockFault> Faults =>
    [
        BedrockFault.Throttled, BedrockFault.ServerError, BedrockFault.Overloaded, BedrockFault.Hangs, BedrockFault.CutStream, BedrockFault.CutAnswer,
        BedrockFault.EndsEarly, BedrockFault.MalformedFrame, BedrockFault.StreamError, BedrockFault.ContextTooLong,
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_turn_is_answered_once_in_its_time_and_the_model_comes_back(BedrockFault fault)
    {
        foreach (var share in (double[])[1, Some])
        {
            var report = await new FaultRun(cluster.Model, cluster.Visitor, cluster.IsOpen).Execute(new FaultCase(fault, share, OnlyMain: false), Turns, AtOnce);
            output.WriteLine(report.ToString());

            Assert.Equal((Turns, 0), (report.Answered, report.Twice));
            Assert.True(report.Percentile(1) < FaultySilos.TurnDeadline);
            Assert.NotNull(report.Recovered);
            if (share == 1)
            {
                Assert.All(report.Turns, turn => Assert.Equal(FaultTurn.BuiltIn, turn.By));
                Assert.Equal(fault != BedrockFault.ContextTooLong, report.Opened);
            }
        }
    }

    [Fact]
    public async Task While_the_main_model_fails_the_fallback_model_answers()
    {
        var report = await new FaultRun(cluster.Model, cluster.Visitor, cluster.IsOpen).Execute(new FaultCase(BedrockFault.Overloaded, 1, OnlyMain: true), Turns, AtOnce);
        output.WriteLine(report.ToString());

        Assert.All(report.Turns, turn => Assert.Equal((FaultTurn.Fallback, true, true), (turn.By, turn.IsAnswered, turn.IsOnce)));
        Assert.True(report.Opened);
    }
}

/// <summary>Two silos with little patience.</summary>
public sealed class FaultySilos() : ModelCluster(
    "--Support:Model:RequestTimeout", "00:00:01", "--Support:Model:IdleTimeout", "00:00:01", "--Support:Model:CallDeadline", "00:00:02.500", "--Support:Model:RetryDelay", "00:00:00.010",
    "--Support:Model:BreakerWindow", "00:00:03", "--Support:Model:BreakerFailureRatio", "0.2", "--Support:Model:BreakerPause", "00:00:00.500")
{
    /// <summary>As delivered.</summary>
    public static readonly TimeSpan TurnDeadline = TimeSpan.FromSeconds(60);

    /// <summary>A new customer for each turn.</summary>
    public FaultVisitor Visitor(int turn)
    {
        var (customer, order) = Add();
        return new FaultVisitor(As(customer), order.Id);
    }

    /// <summary>Whether any silo leaves the main model alone.</summary>
    public bool IsOpen() => Silos.Any(silo => silo.GetRequiredService<ModelClientFactory>().StateOf(ScriptedBedrock.Main) is CircuitState.Open or CircuitState.HalfOpen);
}
