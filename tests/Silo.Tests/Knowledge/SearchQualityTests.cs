using SupportAgents.Knowledge;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Knowledge;

public sealed class SearchQualityTests(ITestOutputHelper output)
{
    [SkippableFact]
    public Task Questions_about_a_given_product_find_the_section_that_answers_them() => Check(SharedManuals.Questions, first: 0.80, five: 0.97);

    [SkippableFact]
    public Task Questions_in_words_of_our_own_find_it_too() => Check(SharedManuals.Paraphrases, first: 0.80, five: 0.95);

    /// <summary>Each has one labelled section, and many have a second one that answers as well: so less is asked of the first hit.</summary>
    [SkippableFact]
    public Task Questions_about_random_sections_find_them() => Check(SharedManuals.SectionQuestions, first: 0.75, five: 0.95);

    private async Task Check(Func<IReadOnlyList<LabelledQuestion>> read, double first, double five)
    {
        var index = await Indexes.Of(SharedManuals.Documents());
        var questions = read();
        var ranks = new List<int>();
        foreach (var question in questions)
        {
            var hits = await index.Search(new KnowledgeQuery { Text = question.Text, ProductId = question.ProductId, Limit = 50 }, CancellationToken.None);
            var rank = hits.ToList().FindIndex(question.IsAnsweredBy);
            ranks.Add(rank < 0 ? int.MaxValue : rank + 1);
            if (rank != 0)
                output.WriteLine($"rank {rank + 1}: {question.ProductId} {question.Text} -> {(hits.Count > 0 ? hits[0].Section : "nothing")}");
        }
        var isFirst = ranks.Count(rank => rank == 1) / (double)ranks.Count;
        var isInFive = ranks.Count(rank => rank <= 5) / (double)ranks.Count;
        output.WriteLine($"{ranks.Count} questions: first hit {isFirst:P1}, within five {isInFive:P1}");
        Assert.True(isFirst >= first, $"first hit {isFirst:P1}");
        Assert.True(isInFive >= five, $"within five {isInFive:P1}");
    }

    [SkippableFact]
    public async Task Tickets_find_the_manual_of_their_product()
    {
        var index = await Indexes.Of(SharedManuals.Documents());
        var tickets = SharedManuals.Tickets();
        var found = 0;
        var first = 0;
        foreach (var (text, product) in tickets)
        {
            var hits = await index.Search(new KnowledgeQuery { Text = text, Limit = 5 }, CancellationToken.None);
            found += hits.Any(hit => hit.ProductId == product) ? 1 : 0;
            first += hits.Count > 0 && hits[0].ProductId == product ? 1 : 0;
            if (!hits.Any(hit => hit.ProductId == product))
                output.WriteLine($"missed {product}: {text[..Math.Min(120, text.Length)]}");
        }
        var share = found / (double)tickets.Count;
        output.WriteLine($"{tickets.Count} tickets: first hit {first / (double)tickets.Count:P1}, within five {share:P1}");
        Assert.True(share >= 0.95, $"within five {share:P1}");
    }
}
