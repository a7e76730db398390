using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SupportAgents.Grains.Telemetry;

/// <summary>The names under which the agents tell what they do: one source of spans and one meter.</summary>
public static class SupportTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "SupportAgents";

    /// <summary>Spans: <c>turn</c>, <c>understand</c>, <c>invoke_agent …</c> and <c>execute_tool …</c>.</summary>
    public static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    /// <summary>A histogram of seconds whose buckets suit both a lookup and a turn of a model.</summary>
    internal static Histogram<double> Seconds(string name, string description) => Meter.CreateHistogram(name, "s", description,
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });
}
