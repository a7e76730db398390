using Microsoft.Extensions.Logging.Abstractions;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>Indexes over given documents.</summary>
internal static class Indexes
{
    public static async Task<KnowledgeIndex> Of(IEnumerable<KnowledgeDocument> documents)
    {
        var store = new MemoryKnowledgeStore();
        foreach (var document in documents)
            await store.Save(document, CancellationToken.None);
        var index = Empty();
        await Updater(index, store).Update(CancellationToken.None);
        return index;
    }

    public static KnowledgeIndexUpdater Updater(KnowledgeIndex index, IKnowledgeStore store) =>
        new(index, store, NullLogger<KnowledgeIndexUpdater>.Instance);

    public static KnowledgeIndex Empty() => new(new KnowledgeSearcher(new QueryParser(SynonymList.Load(null))));
}
