using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// Ranks sections by the nearness of their embedding to the question's, where a shop has configured an embedding
/// endpoint. It only ever helps: while vectors are missing or the endpoint fails, the lexical search answers alone.
/// </summary>
internal sealed partial class DenseRanker(IEmbeddingGenerator<string, Embedding<float>> generator, TimeProvider time, ILogger<DenseRanker> logger)
{
    /// <summary>How long a search waits for the question's embedding.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a service that failed is left alone: searches would wait for it, each one, for nothing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private const int Batch = 64;
    private const int MaxText = 2_000;

    /// <summary>Vectors live as long as their section does.</summary>
    private readonly ConditionalWeakTable<IndexedSection, float[]> _vectors = [];
    private long _failedAt = long.MinValue;

    private bool IsPausing => Interlocked.Read(ref _failedAt) is var at && at != long.MinValue && time.GetElapsedTime(at) < Pause;

    /// <summary>Embeds the sections of a snapshot that have no vector yet.</summary>
    public async Task Embed(IndexSnapshot index, CancellationToken cancellationToken)
    {
        var missing = index.Segments.SelectMany(segment => segment.Sections)
            .Where(section => index.IsCurrent(section.Document) && !_vectors.TryGetValue(section, out _));
        foreach (var batch in missing.Chunk(Batch))
        {
            var embeddings = await Try(() => generator.GenerateAsync(batch.Select(Text), cancellationToken: cancellationToken), cancellationToken);
            if (embeddings is null || embeddings.Count != batch.Length)
                return;
            for (var i = 0; i < batch.Length; i++)
                _vectors.AddOrUpdate(batch[i], embeddings[i].Vector.ToArray());
        }
    }

    /// <summary>The nearest sections, nearest first; none while the endpoint does not answer.</summary>
    public async Task<IReadOnlyList<ScoredSection>> Rank(IndexSnapshot index, KnowledgeQuery query, int limit, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var embeddings = await Try(() => generator.GenerateAsync([query.Text], cancellationToken: either.Token), cancellationToken);
        if (embeddings is not [var question, ..])
            return [];
        return [.. index.Segments.SelectMany(segment => segment.Sections)
            .Where(section => index.Passes(section.Document, query))
            .Select(section => _vectors.TryGetValue(section, out var vector) && vector.Length == question.Vector.Length
                ? new ScoredSection(section, TensorPrimitives.CosineSimilarity(vector, question.Vector.Span), 0)
                : new ScoredSection(section, 0, 0))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .Take(limit)];
    }

    private static string Text(IndexedSection section)
    {
        var text = $"{section.Document.Title}\n{section.Path}\n{section.Text}";
        return text.Length > MaxText ? text[..MaxText] : text;
    }

    /// <summary>Whatever the vendor's client throws, the search goes on without vectors.</summary>
    private async Task<GeneratedEmbeddings<Embedding<float>>?> Try(
        Func<Task<GeneratedEmbeddings<Embedding<float>>>> call, CancellationToken cancellationToken)
    {
        if (IsPausing)
            return null;
        try
        {
            return await call();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _failedAt, time.GetTimestamp());
            LogFailed(e, Pause.TotalSeconds);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The embedding endpoint did not answer; the knowledge search goes on without vectors for {Seconds} seconds")]
    private partial void LogFailed(Exception exception, double seconds);
}
