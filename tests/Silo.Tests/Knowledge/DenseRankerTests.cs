using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Tests.Knowledge;

public sealed class DenseRankerTests
{
    private static readonly KnowledgeDocument[] Documents =
    [
        new() { Id = "a", Title = "Rain cover", Kind = KnowledgeKind.Guide, Body = "## Use\n\nPull the rain cover over the pack." },
        new() { Id = "b", Title = "Stove", Kind = KnowledgeKind.Guide, Body = "## Use\n\nScrew the stove onto the can." },
    ];

    [Fact]
    public async Task A_question_without_a_common_word_is_found_by_its_vector()
    {
        var index = await Index(new MeaningGenerator());
        Assert.Equal("a", (await index.Search(new KnowledgeQuery { Text = "precipitation" }, CancellationToken.None))[0].DocumentId);
    }

    [Fact]
    public async Task A_failing_endpoint_leaves_the_lexical_search()
    {
        var index = await Index(new MeaningGenerator { Fails = true });
        Assert.Equal("b", (await index.Search(new KnowledgeQuery { Text = "stove" }, CancellationToken.None))[0].DocumentId);
        Assert.Empty(await index.Search(new KnowledgeQuery { Text = "precipitation" }, CancellationToken.None));
    }

    private static async Task<KnowledgeIndex> Index(MeaningGenerator generator)
    {
        var store = new MemoryKnowledgeStore();
        foreach (var document in Documents)
            await store.Save(document, default);
        var dense = new DenseRanker(generator, TimeProvider.System, NullLogger<DenseRanker>.Instance);
        var index = new KnowledgeIndex(new KnowledgeSearcher(new QueryParser(SynonymList.Load(null))), dense);
        await Indexes.Updater(index, store).Update(default);
        await dense.Embed(index.Current, default);
        return index;
    }

    /// <summary>Two meanings: rain, and everything else.</summary>
    private sealed class MeaningGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool Fails { get; init; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Fails ? throw new HttpRequestException("down")
                : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(
                    value.Contains("rain", StringComparison.OrdinalIgnoreCase) || value == "precipitation" ? new float[] { 1, 0 } : new float[] { 0, 1 }))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
