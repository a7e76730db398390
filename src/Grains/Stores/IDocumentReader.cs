using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Stores;

/// <summary>Turns an uploaded file into a document of the knowledge base.</summary>
public interface IDocumentReader
{
    /// <summary>
    /// Reads the file. What comes out is Markdown without HTML, scripts, images and unsafe links, whatever went in.
    /// The work is done off the caller's scheduler, within a limit of time.
    /// </summary>
    /// <exception cref="Failures.SupportException">
    /// <see cref="Failures.FailureKind.Invalid"/>, with the reason: it is empty, broken, too large, encrypted, not UTF-8,
    /// has no text, or is of a kind that is not read.
    /// </exception>
    Task<KnowledgeDocument> Read(KnowledgeUpload upload, CancellationToken cancellationToken);
}
