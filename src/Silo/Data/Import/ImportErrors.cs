namespace SupportAgents.Silo.Data.Import;

/// <summary>Why an import is refused, up to <see cref="Limit"/> reasons.</summary>
internal sealed class ImportErrors
{
    /// <summary>After so many, nothing more is looked for.</summary>
    public const int Limit = 20;

    private readonly List<string> _lines = [];

    /// <summary>The reasons as <c>file:line: reason</c>.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>True when there are enough.</summary>
    public bool IsFull => _lines.Count >= Limit;

    /// <summary>Adds a reason.</summary>
    public void Add(string file, long line, string reason)
    {
        if (!IsFull)
            _lines.Add(FormattableString.Invariant($"{file}:{line}: {reason}"));
    }
}
