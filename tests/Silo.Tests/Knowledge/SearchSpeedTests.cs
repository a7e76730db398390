using System.Diagnostics;
using SupportAgents.Knowledge;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Knowledge;

public sealed class SearchSpeedTests(ITestOutputHelper output)
{
    /// <summary>Prints one round's times; bench/Knowledge measures them on one core and with 10,000 documents too.</summary>
    [SkippableFact]
    public async Task Every_question_and_every_letter_finds_something_in_200_manuals()
    {
        var index = await Indexes.Of(ManyManuals.Of(1));
        var queries = SharedManuals.Questions().Select(question => new KnowledgeQuery { Text = question.Text, ProductId = question.ProductId })
            .Concat(SharedManuals.Tickets().Select(ticket => new KnowledgeQuery { Text = ticket.Text })).ToList();
        var times = new List<double>();
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.NotEmpty(await index.Search(query, CancellationToken.None));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        output.WriteLine($"{times.Count} searches: p50 {times[times.Count / 2]:F2} ms, p99 {times[(int)(times.Count * 0.99)]:F2} ms");
    }
}
