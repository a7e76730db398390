using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SupportAgents.Grains.Telemetry;

/// <summary>Times one stage of a turn: <c>queue</c>, <c>understand</c>, <c>agents</c>, <c>compose</c> or <c>store</c>.</summary>
internal readonly struct Stage : IDisposable
{
    private static readonly Histogram<double> Seconds = SupportTelemetry.Seconds("supportagents.stage.duration", "Time of a turn by stage");
    private readonly string _name;
    private readonly long _started;

    private Stage(string name) => (_name, _started) = (name, Stopwatch.GetTimestamp());

    /// <summary>Begins; disposing ends it.</summary>
    public static Stage Begin(string name) => new(name);

    /// <summary>Records a stage that began at a timestamp of <see cref="Stopwatch"/>.</summary>
    public static void Ended(string name, long started) =>
        Seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("stage", name));

    public void Dispose() => Ended(_name, _started);
}
