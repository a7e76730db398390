using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Desk;

/// <summary>Counts measures into figures.</summary>
public static class FiguresCalculator
{
    private const int Names = 12;
    private const int ReasonLength = 120;

    /// <summary>The figures of a span from its measures, oldest first.</summary>
    public static DeskFigures Count(IReadOnlyList<Measured> measures, DateTimeOffset from, DateTimeOffset to, FiguresOptions prices)
    {
        var asked = Of(measures, MeasureKind.Asked);
        var answers = Of(measures, MeasureKind.Answered);
        var handOffs = Of(measures, MeasureKind.HandedOff);
        var ratings = Of(measures, MeasureKind.Rated);
        var talked = asked.Select(one => one.ConversationId).ToHashSet();
        var days = measures.ToLookup(one => DateOnly.FromDateTime(one.At.UtcDateTime));
        return new DeskFigures
        {
            From = from,
            To = to,
            Conversations = talked.Count,
            Messages = asked.Count,
            ResolvedWithoutPerson = talked.Except(handOffs.Select(one => one.ConversationId)).Count(),
            Days = [.. DaysOf(from, to).Select(day => Day(day, days[day], prices))],
            HandOffReasons = Frequent(handOffs.Select(one => Short(one.Measure.Reason))),
            Asks = Frequent(answers.SelectMany(one => one.Measure.Intents ?? [])),
            Ratings = [.. Enumerable.Range(1, 5).Select(value => new NamedCount { Name = $"{value}", Count = ratings.Count(one => one.Measure.Rating == value) })],
            Satisfaction = Mean(ratings),
            AnswerMs = SpreadOf(answers.Select(one => one.Measure.ElapsedMs)),
            PersonMs = SpreadOf(Waits(measures)),
            Model = new ModelUse
            {
                Calls = answers.Sum(one => one.Measure.ModelCalls),
                InputTokens = answers.Sum(one => one.Measure.InputTokens),
                OutputTokens = answers.Sum(one => one.Measure.OutputTokens),
                Cost = Cost(answers, prices),
                Currency = prices.Currency,
                Modes = Frequent(answers.Select(one => one.Measure.Mode).OfType<AnswerMode>().Select(NameOf)),
            },
        };
    }

    private static DailyFigures Day(DateOnly day, IEnumerable<Measured> measures, FiguresOptions prices)
    {
        var all = measures.ToList();
        var asked = Of(all, MeasureKind.Asked);
        return new DailyFigures
        {
            Day = day,
            Conversations = asked.Select(one => one.ConversationId).Distinct().Count(),
            Messages = asked.Count,
            HandOffs = Of(all, MeasureKind.HandedOff).Count,
            Satisfaction = Mean(Of(all, MeasureKind.Rated)),
            Cost = Cost(Of(all, MeasureKind.Answered), prices),
        };
    }

    private static List<Measured> Of(IEnumerable<Measured> measures, MeasureKind kind) => [.. measures.Where(one => one.Measure.Kind == kind)];

    private static IEnumerable<DateOnly> DaysOf(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from.UtcDateTime.Date; day < to.UtcDateTime; day = day.AddDays(1))
            yield return DateOnly.FromDateTime(day);
    }

    private static NamedCount[] Frequent(IEnumerable<string> names) =>
    [
        .. names.CountBy(name => name).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Names)
            .Select(pair => new NamedCount { Name = pair.Key, Count = pair.Value }),
    ];

    private static double? Mean(List<Measured> ratings) => ratings.Count == 0 ? null : Math.Round(ratings.Average(one => one.Measure.Rating), 2);

    private static decimal Cost(List<Measured> answers, FiguresOptions prices) => Math.Round(answers.Sum(one => Cost(one.Measure, prices)), 4);

    private static decimal Cost(EntryMeasure measure, FiguresOptions prices) =>
        measure.Cost > 0 ? measure.Cost : (measure.InputTokens * prices.InputPerMillion + measure.OutputTokens * prices.OutputPerMillion) / 1_000_000;

    /// <summary>The milliseconds from each hand-off to the next words of a person in that conversation.</summary>
    private static List<long> Waits(IReadOnlyList<Measured> measures)
    {
        var waiting = new Dictionary<string, DateTimeOffset>();
        var waits = new List<long>();
        foreach (var one in measures)
        {
            if (one.Measure.Kind == MeasureKind.HandedOff)
                waiting.TryAdd(one.ConversationId, one.At);
            else if (one.Measure.Kind == MeasureKind.StaffSaid && waiting.Remove(one.ConversationId, out var since))
                waits.Add((long)(one.At - since).TotalMilliseconds);
        }
        return waits;
    }

    private static Spread? SpreadOf(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : new Spread { Median = At(sorted, 50), P95 = At(sorted, 95) };
    }

    private static long At(List<long> sorted, int percent) => sorted[Math.Max(0, (sorted.Count * percent + 99) / 100 - 1)];

    private static string NameOf(AnswerMode mode) => mode switch { AnswerMode.Model => "model", AnswerMode.BuiltIn => "built-in", _ => "degraded" };

    private static string Short(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? "No reason given" : reason.Length > ReasonLength ? reason[..ReasonLength] + "…" : reason;
}
