using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Knowledge;

/// <summary>Documents that are stored and could not be indexed, for staff to see.</summary>
internal sealed class UnsearchableDocuments
{
    /// <summary>Documents that are remembered; of more, the newest.</summary>
    public const int Most = 100;

    private readonly List<UnsearchableDocument> _documents = [];

    /// <summary>The remembered ones, oldest first.</summary>
    public IReadOnlyList<UnsearchableDocument> Newest => [.. _documents];

    /// <summary>Adds one.</summary>
    public void Note(string documentId, string reason)
    {
        _documents.Add(new UnsearchableDocument { DocumentId = documentId, Reason = reason });
        if (_documents.Count > Most)
            _documents.RemoveAt(0);
    }

    /// <summary>Takes one out: it was removed, or is tried again.</summary>
    public void Forget(string documentId) => _documents.RemoveAll(document => document.DocumentId == documentId);
}
