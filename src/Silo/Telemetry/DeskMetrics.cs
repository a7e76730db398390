using System.Diagnostics.Metrics;
using SupportAgents.Failures;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Telemetry;

/// <summary>
/// What only the database knows: who waits for a person, what is unanswered, how PostgreSQL does. Every silo reads the
/// same, so dashboards take the maximum and not the sum.
/// </summary>
internal sealed partial class DeskMetrics : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<DeskMetrics> _logger;
    private DeskFigures _desk = new();
    private PostgresFigures? _postgres;

    public DeskMetrics(Database database, TimeProvider time, IMeterFactory meters, ILogger<DeskMetrics> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        // Named as the agents' meter: they are of one family.
        var meter = meters.Create("SupportAgents");
        meter.CreateObservableGauge("supportagents.desk.waiting", () => _desk.Waiting, "{conversation}", "Conversations that wait for a person");
        meter.CreateObservableGauge("supportagents.desk.longest_wait", () => Age(_desk.WaitingSince), "s", "How long the first of them has waited");
        meter.CreateObservableGauge("supportagents.turns.unanswered", () => _desk.Unanswered, "{turn}", "Messages stored and not answered yet");
        meter.CreateObservableGauge("supportagents.turns.oldest_unanswered", () => Age(_desk.UnansweredSince), "s", "How long ago the oldest of them was touched");
        Gauge(meter, "supportagents.postgres.connections", "{connection}", "Connections to the server", figures => figures.Connections);
        Gauge(meter, "supportagents.postgres.connections_limit", "{connection}", "Connections that the server allows", figures => figures.ConnectionLimit);
        Gauge(meter, "supportagents.postgres.size", "By", "Size of the database", figures => figures.Bytes);
        Counter(meter, "supportagents.postgres.commits", "{transaction}", "Transactions committed", figures => figures.Commits);
        Counter(meter, "supportagents.postgres.rollbacks", "{transaction}", "Transactions rolled back", figures => figures.Rollbacks);
        Counter(meter, "supportagents.postgres.deadlocks", "{deadlock}", "Deadlocks", figures => figures.Deadlocks);
        Counter(meter, "supportagents.postgres.blocks_read", "{block}", "Blocks read from disk", figures => figures.BlocksRead);
        Counter(meter, "supportagents.postgres.blocks_hit", "{block}", "Blocks found in memory", figures => figures.BlocksHit);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            try
            {
                _desk = await _database.Read(DeskFigures.Read, stoppingToken);
                _postgres = _database.Dialect == Dialect.Postgres ? await _database.Read(PostgresFigures.Read, stoppingToken) : null;
            }
            catch (SupportException e)
            {
                NotRead(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private double Age(DateTimeOffset? since) => since is { } start ? Math.Max(0, (_time.GetUtcNow() - start).TotalSeconds) : 0;

    private void Gauge(Meter meter, string name, string unit, string description, Func<PostgresFigures, long> figure) =>
        meter.CreateObservableGauge(name, () => Measure(figure), unit, description);

    private void Counter(Meter meter, string name, string unit, string description, Func<PostgresFigures, long> figure) =>
        meter.CreateObservableCounter(name, () => Measure(figure), unit, description);

    private Measurement<long>[] Measure(Func<PostgresFigures, long> figure) =>
        _postgres is { } figures ? [new Measurement<long>(figure(figures))] : [];

    [LoggerMessage(LogLevel.Warning, "The figures of the desk could not be read; the next round tries again")]
    private partial void NotRead(Exception exception);
}
