namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>A piece of a document between two headings.</summary>
/// <param name="Path">The headings above it, outermost first, without the document's own title; may be empty.</param>
/// <param name="Text">Markdown without any HTML, at most <see cref="SectionSplitter.MaxText"/> characters.</param>
/// <param name="Page">The page on which it begins, where the source had pages.</param>
internal sealed record DocumentSection(IReadOnlyList<string> Path, string Text, int? Page);
