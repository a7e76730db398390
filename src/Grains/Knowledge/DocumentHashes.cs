using System.IO.Hashing;
using System.Runtime.InteropServices;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Knowledge;

/// <summary>Hashes of the bodies of all documents, so that the same content is not taken twice. What changed is read before each question.</summary>
internal sealed class DocumentHashes(IKnowledgeStore store)
{
    private const int PageSize = 200;
    private readonly Dictionary<string, UInt128> _byId = new(StringComparer.Ordinal);
    private KnowledgePlace _place = KnowledgePlace.Beginning;

    /// <summary>The id of another document with the same body, or null.</summary>
    public async Task<string?> FindCopy(KnowledgeDocument document, CancellationToken cancellationToken)
    {
        await CatchUp(cancellationToken);
        var hash = Hash(document);
        return _byId.FirstOrDefault(known => known.Value == hash && known.Key != document.Id).Key;
    }

    private async Task CatchUp(CancellationToken cancellationToken)
    {
        KnowledgeChanges changes;
        do
        {
            changes = await store.Changes(_place, PageSize, cancellationToken);
            foreach (var id in changes.Removed)
                _byId.Remove(id);
            foreach (var document in changes.Saved)
                _byId[document.Id] = Hash(document);
            _place = changes.Next;
        }
        while (changes.Left > 0);
    }

    private static UInt128 Hash(KnowledgeDocument document) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(document.Body.AsSpan()));
}
