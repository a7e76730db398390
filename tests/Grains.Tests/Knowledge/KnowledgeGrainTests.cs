using SupportAgents.Failures;
using SupportAgents.Grains.Knowledge;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Tests.Knowledge;

public sealed class KnowledgeGrainTests
{
    private static readonly Principal Staff = Principal.Staff("sam");
    private static readonly Principal Customer = Principal.Customer("mia");
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task Only_staff_manage_documents()
    {
        var grain = Grain();
        Func<Task>[] calls =
        [
            () => grain.Put(Customer, Upload("a", "text")), () => grain.Get(Customer, "a"),
            () => grain.List(Customer, null, 10), () => grain.Remove(Customer, "a"),
        ];
        foreach (var call in calls)
            Assert.Equal(FailureKind.Forbidden, (await Assert.ThrowsAsync<SupportException>(call)).Kind);
        Assert.Empty(await grain.Search(Customer, new KnowledgeQuery { Text = "anything" }));
    }

    [Fact]
    public async Task The_same_content_under_another_id_is_refused_and_under_its_own_replaced()
    {
        var grain = Grain();
        await grain.Put(Staff, Upload("a", "same"));
        await grain.Put(Staff, Upload("a", "same"));
        var refusal = await Assert.ThrowsAsync<SupportException>(() => grain.Put(Staff, Upload("b", "same")));
        Assert.Equal(FailureKind.Conflict, refusal.Kind);
        Assert.Contains("'a'", refusal.Message, StringComparison.Ordinal);

        await grain.Remove(Staff, "a");
        await grain.Put(Staff, Upload("b", "same"));
        Assert.Equal(["b"], _store.Documents.Keys);
    }

    [Fact]
    public async Task A_copy_of_what_an_import_brought_meanwhile_is_refused_too()
    {
        var grain = Grain();
        await grain.Put(Staff, Upload("a", "one"));
        await _store.Save(new KnowledgeDocument { Id = "imported", Title = "t", Kind = KnowledgeKind.Faq, Body = "two" }, CancellationToken.None);
        await Assert.ThrowsAsync<SupportException>(() => grain.Put(Staff, Upload("b", "two")));
    }

    [Fact]
    public async Task Lists_come_in_pages_without_bodies()
    {
        var grain = Grain();
        foreach (var id in (string[])["a", "b", "c"])
            await grain.Put(Staff, Upload(id, $"text {id}"));
        var first = await grain.List(Staff, null, 2);
        var second = await grain.List(Staff, first.Next, 2);
        Assert.Equal(["a", "b", "c"], first.Items.Concat(second.Items).Select(document => document.Id));
        Assert.All(first.Items, document => Assert.Equal("", document.Body));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(() => Grain().Get(Staff, "x"))).Kind);
        Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(() => Grain().Remove(Staff, "x"))).Kind);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("  ", 10)]
    [InlineData("lamp", 0)]
    [InlineData("lamp", 51)]
    public async Task A_query_out_of_bounds_is_refused(string text, int limit) =>
        Assert.Equal(FailureKind.Invalid, (await Assert.ThrowsAsync<SupportException>(
            () => Grain().Search(Staff, new KnowledgeQuery { Text = text, Limit = limit }))).Kind);

    private KnowledgeGrain Grain() => new(_store, new NothingFound(), new AsItIs());

    private static KnowledgeUpload Upload(string id, string text) =>
        new() { Id = id, ContentType = "text/plain", Content = System.Text.Encoding.UTF8.GetBytes(text) };

    private sealed class AsItIs : IDocumentReader
    {
        public Task<KnowledgeDocument> Read(KnowledgeUpload upload, CancellationToken cancellationToken) => Task.FromResult(new KnowledgeDocument
        {
            Id = upload.Id!,
            Title = upload.Id!,
            Kind = KnowledgeKind.Faq,
            Body = System.Text.Encoding.UTF8.GetString(upload.Content.Span),
        });
    }

    private sealed class NothingFound : IKnowledgeIndex
    {
        public KnowledgeProgress Progress => KnowledgeProgress.None;

        public Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<KnowledgeHit>>([]);
    }

    private sealed class MemoryStore : IKnowledgeStore
    {
        private readonly Dictionary<string, long> _saved = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> _removed = new(StringComparer.Ordinal);
        private long _version;

        public SortedDictionary<string, KnowledgeDocument> Documents { get; } = new(StringComparer.Ordinal);

        public Task Save(KnowledgeDocument document, CancellationToken cancellationToken)
        {
            Documents[document.Id] = document;
            _saved[document.Id] = ++_version;
            _removed.Remove(document.Id);
            return Task.CompletedTask;
        }

        public Task<bool> Remove(string documentId, CancellationToken cancellationToken)
        {
            if (!Documents.Remove(documentId))
                return Task.FromResult(false);
            _removed[documentId] = ++_version;
            return Task.FromResult(true);
        }

        public Task<KnowledgeDocument?> Find(string documentId, CancellationToken cancellationToken) =>
            Task.FromResult(Documents.GetValueOrDefault(documentId));

        public Task<IReadOnlyList<KnowledgeDocument>> List(string? afterId, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<KnowledgeDocument>>(
                [.. Documents.Values.Where(document => string.CompareOrdinal(document.Id, afterId) > 0).Take(limit)]);

        public Task<long> Version(CancellationToken cancellationToken) => Task.FromResult(_version);

        public Task<KnowledgeChanges> Changes(KnowledgePlace after, int limit, CancellationToken cancellationToken)
        {
            var later = Documents.Values.Where(document => After(_saved[document.Id], document.Id, after)).OrderBy(document => _saved[document.Id]).ThenBy(document => document.Id, StringComparer.Ordinal).ToList();
            var page = later.Take(limit).ToList();
            return Task.FromResult(new KnowledgeChanges(page, [.. _removed.Where(one => one.Value > after.Version).Select(one => one.Key)],
                page is [.., var last] ? new KnowledgePlace(_saved[last.Id], last.Id) : after, later.Count - page.Count));
        }

        private static bool After(long version, string id, KnowledgePlace place) =>
            version > place.Version || (version == place.Version && string.CompareOrdinal(id, place.DocumentId) > 0);
    }
}
