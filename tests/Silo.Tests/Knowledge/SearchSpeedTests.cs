using System.Diagnostics;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Knowledge;

public sealed class SearchSpeedTests(ITestOutputHelper output)
{
    private const int Copies = 50;

    /// <summary>Prints the times, which say nothing on a machine that is busy with other tests; what is held is that the searches find.</summary>
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(Copies)]
    public async Task Every_question_finds_something_and_the_times_are_told(int copies)
    {
        var manuals = SharedManuals.Documents();
        var documents = Enumerable.Range(0, copies).SelectMany(copy => manuals.Select(manual => copy == 0 ? manual : manual with
        {
            Id = $"{manual.Id}-{copy}",
            ProductId = $"{manual.ProductId}-{copy}",
            Title = $"{manual.Title} {copy}",
            Body = Slice(manual.Body, copy),
        }));
        var clock = Stopwatch.StartNew();
        var index = await Indexes.Of(documents);
        output.WriteLine($"{index.Current.DocumentCount} documents, {index.Current.SectionCount} sections, {index.Current.Vocabulary.Count} terms: indexed in {clock.Elapsed.TotalSeconds:F1} s");

        var questions = SharedManuals.Questions().SelectMany(question => (KnowledgeQuery[])
            [new() { Text = question.Text }, new() { Text = question.Text, ProductId = question.ProductId }]).ToList();
        var tickets = SharedManuals.Tickets().Select(ticket => new KnowledgeQuery { Text = ticket.Text }).ToList();
        foreach (var query in questions.Concat(tickets))
            Assert.NotEmpty(await index.Search(query, CancellationToken.None));
        await Report("questions", index, questions);
        await Report("whole messages", index, tickets);
    }

    private async Task Report(string what, KnowledgeIndex index, List<KnowledgeQuery> queries)
    {
        // The best of three: on a shared machine the others say how busy it is.
        var best = new double[queries.Count];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < queries.Count; i++)
                best[i] = Math.Min(best[i], await Measure(index, queries[i]));
        }
        var times = best.ToList();
        times.Sort();
        var p99 = times[(int)(times.Count * 0.99)];
        output.WriteLine($"{times.Count} {what}: p50 {times[times.Count / 2]:F2} ms, p99 {p99:F2} ms, most {times[^1]:F2} ms");
    }

    private static async Task<double> Measure(KnowledgeIndex index, KnowledgeQuery query)
    {
        var start = Stopwatch.GetTimestamp();
        await index.Search(query, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>A third of a manual, another one for each copy: ten thousand documents of a usual size.</summary>
    private static string Slice(string body, int copy)
    {
        var part = body.Length / 3;
        var start = body.IndexOf("\n## ", copy % 3 * part / 2, StringComparison.Ordinal);
        start = start < 0 ? 0 : start;
        return body.Substring(start, Math.Min(part, body.Length - start));
    }
}
