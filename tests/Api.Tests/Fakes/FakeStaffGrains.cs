using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Identity;
using SupportAgents.Knowledge;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>A queue of one.</summary>
public sealed class FakeDeskGrain : Grain, IDeskGrain
{
    public Task<IReadOnlyList<QueueItem>> Queue(Principal who, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<QueueItem>>(
    [
        new QueueItem
        {
            Conversation = new ConversationSummary
            {
                ConversationId = "c_1",
                CustomerId = "x",
                Status = ConversationStatus.WaitingForPerson,
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
            },
            Reason = "angry",
            WaitingSince = DateTimeOffset.UnixEpoch,
        },
    ]);

    public Task<Page<FoundConversation>> Search(Principal who, ConversationSearch search, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<FoundConversation>
        {
            Items =
            [
                new FoundConversation
                {
                    Conversation = new ConversationSummary
                    {
                        ConversationId = "c_1",
                        CustomerId = "x",
                        Status = search.Status ?? ConversationStatus.Closed,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        UpdatedAt = DateTimeOffset.UnixEpoch,
                    },
                    Excerpt = $"{search.Text}/{search.After}/{search.Limit}",
                },
            ],
        });

    public Task<DeskFigures> Figures(Principal who, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeskFigures
        {
            From = from,
            To = to,
            Conversations = 1,
            Messages = 2,
            ResolvedWithoutPerson = 1,
            Days = [],
            HandOffReasons = [],
            Asks = [],
            Ratings = [],
            Model = new ModelUse { Currency = "USD", Modes = [] },
        });
}

/// <summary>Suggests the question itself.</summary>
public sealed class FakeDraftGrain : Grain, IDraftGrain
{
    public Task<Draft> Suggest(Principal who, string? text, CancellationToken cancellationToken = default) => Task.FromResult(new Draft
    {
        Question = text,
        Reply = $"draft for {who.Subject}",
        Citations = [new Citation { DocumentId = "d1", Title = "Returns", Section = "How long" }],
    });
}

/// <summary>Documents in memory.</summary>
public sealed class FakeKnowledgeGrain : Grain, IKnowledgeGrain
{
    private readonly SortedDictionary<string, KnowledgeDocument> _documents = new(StringComparer.Ordinal);

    public Task<KnowledgeDocument> Put(Principal who, KnowledgeUpload upload, CancellationToken cancellationToken = default)
    {
        var id = upload.Id ?? upload.Title ?? "untitled";
        return Task.FromResult(_documents[id] = new KnowledgeDocument
        {
            Id = id,
            Title = upload.Title ?? id,
            Kind = upload.Kind ?? KnowledgeKind.Guide,
            ProductId = upload.ProductId,
            Body = $"{upload.ContentType}:{System.Text.Encoding.UTF8.GetString(upload.Content.Span)}",
        });
    }

    public Task<KnowledgeDocument> Get(Principal who, string documentId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_documents.GetValueOrDefault(documentId) ?? throw SupportException.NotFound("document"));

    public Task<Page<KnowledgeDocument>> List(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<KnowledgeDocument> { Items = [.. _documents.Values.Take(limit)] });

    public Task Remove(Principal who, string documentId, CancellationToken cancellationToken = default) =>
        _documents.Remove(documentId) ? Task.CompletedTask : throw SupportException.NotFound("document");

    public Task<IReadOnlyList<KnowledgeHit>> Search(Principal who, KnowledgeQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<KnowledgeHit>>(
        [
            new KnowledgeHit
            {
                DocumentId = "d1",
                Title = query.Text,
                Section = $"{query.Kind} > {query.Limit}",
                ProductId = query.ProductId,
                Score = 1,
                Text = "text",
                Kind = KnowledgeKind.Faq,
            },
        ]);

    public Task<KnowledgeProgress> Progress(Principal who, CancellationToken cancellationToken = default) =>
        Task.FromResult(new KnowledgeProgress { Documents = _documents.Count, Sections = _documents.Count, Waiting = 0 });

    public Task<CitedSection> Cited(Principal who, string documentId, string section, CancellationToken cancellationToken = default) =>
        documentId == "d1"
            ? Task.FromResult(new CitedSection { DocumentId = documentId, Title = "Returns", Section = section, Text = "30 days." })
            : throw SupportException.NotFound("document");
}

/// <summary>Understands everything as a tracking ask.</summary>
public sealed class FakeSupervisorGrain : Grain, ISupervisorGrain
{
    public async IAsyncEnumerable<ConversationEntry> Handle(
        SupervisorTask task, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<UnderstoodMessage> Understand(Principal who, string text, CancellationToken cancellationToken = default) =>
        Task.FromResult(new UnderstoodMessage
        {
            Requests = [new UnderstoodRequest { Ask = text, Agent = "orders", Intent = "track_order", Confidence = 0.9, Slots = new Slots { OrderIds = ["#W1"] } }],
        });
}
