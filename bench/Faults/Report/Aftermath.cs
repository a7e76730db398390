using Npgsql;
using SupportAgents.Bench.Faults.Load;
using SupportAgents.Bench.Faults.Shop;

namespace SupportAgents.Bench.Faults.Report;

/// <summary>What is really there when all is over, beside what the customers were told.</summary>
internal sealed class Aftermath
{
    private readonly Dictionary<string, OrderRow> _orders;
    private readonly Dictionary<int, IReadOnlyList<string>> _problems = [];

    private Aftermath(Dictionary<string, OrderRow> orders, long openTurns) => (_orders, OpenTurns) = (orders, openTurns);

    /// <summary>Turns that nobody has finished.</summary>
    public long OpenTurns { get; }

    /// <summary>What is wrong with a message: lost, doubled, or answered more than once.</summary>
    public IEnumerable<string> ProblemsOf(int talk, string key) => _problems[talk].Where(problem => problem.StartsWith(key, StringComparison.Ordinal));

    /// <summary>How an order's records differ from what its customer was told; null when they agree.</summary>
    public string? EffectOf(Talk talk)
    {
        var order = _orders[FaultShop.OrderOf(talk.Number)];
        return order switch
        {
            { LedgerRows: > 1 } or { Refunds: > 1 } => "doubled",
            { LedgerRows: 1, Refunds: 1, RefundCents: FaultShop.PriceCents, Status: "cancelled" } => null,
            { LedgerRows: 0, Refunds: 0, Status: "pending" } => talk.ToldCancelled ? "lost" : null,
            _ => $"torn: {order}",
        };
    }

    /// <summary>Reads orders and ledger from the database, and each history through the gateway.</summary>
    public static async Task<Aftermath> Read(string connectionString, IReadOnlyCollection<Talk> talks, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var orders = new Dictionary<string, OrderRow>(StringComparer.Ordinal);
        await using (var command = source.CreateCommand(
            """
            SELECT o.id, o.status, (SELECT count(*) FROM ledger l WHERE l.order_id = o.id), count(p.*), coalesce(sum(abs(p.amount_cents)), 0)::bigint
            FROM orders o LEFT JOIN payments p ON p.order_id = o.id AND p.kind = 'refund' GROUP BY o.id, o.status
            """))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                orders[reader.GetString(0)] = new OrderRow(reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
        }
        await using var open = source.CreateCommand("SELECT coalesce(sum(open_turns), 0)::bigint FROM conversations");
        var aftermath = new Aftermath(orders, (long)(await open.ExecuteScalarAsync(cancellationToken))!);
        foreach (var talk in talks)
            aftermath._problems[talk.Number] = Compare(talk, await talk.Visit.History(cancellationToken));
        return aftermath;
    }

    private static List<string> Compare(Talk talk, IReadOnlyList<Conversations.HistoryItem> history)
    {
        var problems = new List<string>();
        foreach (var message in talk.Messages)
        {
            var said = history.Count(item => item.Role == "customer" && item.Id == message.Key);
            var answers = history.Count(item => item.Answer?.MessageId == message.Key);
            if (message.Answer is not null && said == 0)
                problems.Add($"{message.Key}: acknowledged and lost");
            if (said > 1 || answers > 1)
                problems.Add($"{message.Key}: stored {said} times, answered {answers} times");
            if (said == 1 && answers == 0)
                problems.Add($"{message.Key}: stored and never answered");
        }
        return problems;
    }

    private sealed record OrderRow(string Status, long LedgerRows, long Refunds, long RefundCents);
}
