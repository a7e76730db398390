using System.Diagnostics;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge;
using SupportAgents.Silo.Tests.Knowledge;

namespace SupportAgents.Bench.Knowledge;

/// <summary>Times every search of three rounds, after two seconds in which the runtime compiles what is hot; nothing is left out.</summary>
internal static class SearchTimes
{
    private const int Rounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Prints a line for each sort of search over so many copies of the manuals.</summary>
    public static async Task Print(int copies, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var index = await Indexes.Of(ManyManuals.Of(copies));
        var indexed = clock.Elapsed.TotalSeconds;
        var questions = SharedManuals.Questions();
        foreach (var (name, queries) in (IReadOnlyList<(string, List<KnowledgeQuery>)>)
        [
            ("questions, product given", [.. questions.Select(question => new KnowledgeQuery { Text = question.Text, ProductId = question.ProductId })]),
            ("questions, no product", [.. questions.Select(question => new KnowledgeQuery { Text = question.Text })]),
            ("whole letters, no product", [.. SharedManuals.Tickets().Select(ticket => new KnowledgeQuery { Text = ticket.Text })]),
        ])
        {
            for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;)
                await Measure(index, queries);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                times.AddRange(await Measure(index, queries));
            times.Sort();
            await output.WriteLineAsync($"| {index.Current.DocumentCount:N0} | {index.Current.SectionCount:N0} | {indexed:F1} s | {times.Count} {name} | {times[times.Count / 2]:F2} ms | {times[(int)(times.Count * 0.99)]:F2} ms | {times[^1]:F2} ms |");
        }
    }

    private static async Task<List<double>> Measure(KnowledgeIndex index, List<KnowledgeQuery> queries)
    {
        var times = new List<double>(queries.Count);
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            await index.Search(query, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }
}
