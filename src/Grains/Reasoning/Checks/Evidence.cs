namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>
/// Everything that a reply of this conversation may state: what tools answered, sections of documents, what agents said
/// before (it was checked then). What the customer said may be named, but proves nothing.
/// </summary>
public sealed class Evidence(DateOnly today)
{
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<decimal> _mentioned = [];
    private readonly HashSet<(int? Year, int Month, int Day)> _dates = [(today.Year, today.Month, today.Day)];
    private readonly HashSet<(decimal Count, string Unit)> _durations = [];
    private readonly HashSet<string> _ids = [];
    private readonly List<string> _facts = [];
    private readonly List<string> _proposed = [];
    private readonly List<string> _done = [];

    /// <summary>True when a change was proposed in this part, or one waits for the customer.</summary>
    public bool HasProposal => _proposed.Count > 0;

    /// <summary>True when a person takes over.</summary>
    public bool IsHandedOff { get; set; }

    /// <summary>A tool's answer, a section, or an agent's earlier words.</summary>
    public void AddFact(string text)
    {
        AddFigures(text);
        _facts.Add(text);
    }

    /// <summary>A change that is proposed and not done.</summary>
    public void AddProposal(string text)
    {
        AddFigures(text);
        _proposed.Add(text);
    }

    /// <summary>A change that was done.</summary>
    public void AddDone(string text)
    {
        AddFigures(text);
        _done.Add(text);
    }

    /// <summary>The customer's words.</summary>
    public void AddMention(string text)
    {
        _mentioned.UnionWith(FactReader.Numbers(text));
        _ids.UnionWith(FactReader.Ids(text));
    }

    /// <summary>True when a tool told this number; with <paramref name="orMentioned"/>, or the customer did.</summary>
    public bool HasNumber(decimal number, bool orMentioned) => _numbers.Contains(number) || orMentioned && _mentioned.Contains(number);

    /// <summary>True when the id was told by a tool or by the customer.</summary>
    public bool HasId(string id) => _ids.Contains(id);

    /// <summary>True for a day that was told, and for today.</summary>
    public bool HasDate((int? Year, int Month, int Day) date) =>
        _dates.Contains(date) || _dates.Any(known => known.Month == date.Month && known.Day == date.Day && (date.Year is null || known.Year is null));

    /// <summary>True when the text was told, or a day that was told is meant by it.</summary>
    public bool HasRelativeDay(string day) =>
        Says(day) || _dates.Any(known => known.Year is { } year && IsMeant(day, new DateOnly(year, Math.Clamp(known.Month, 1, 12), Math.Clamp(known.Day, 1, 28))) && known.Day <= 28)
        || day == "tomorrow" && HasDate((today.AddDays(1).Year, today.AddDays(1).Month, today.AddDays(1).Day));

    /// <summary>True for a span of time that was told.</summary>
    public bool HasDuration((decimal Count, string Unit) span) => _durations.Contains(span);

    /// <summary>True when something told has this word.</summary>
    public bool Says(string word) => Has(_facts, word) || Has(_done, word);

    /// <summary>True when something told or proposed has this word.</summary>
    public bool SaysOrProposes(string word) => Says(word) || Has(_proposed, word);

    /// <summary>True when something that was done has this word.</summary>
    public bool Did(string word) => Has(_done, word);

    private void AddFigures(string text)
    {
        _numbers.UnionWith(FactReader.Numbers(text));
        _dates.UnionWith(FactReader.Dates(text));
        _durations.UnionWith(FactReader.Durations(text));
        _ids.UnionWith(FactReader.Ids(text));
    }

    private static bool Has(List<string> texts, string word) => texts.Exists(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsMeant(string day, DateOnly date) => string.Equals(date.DayOfWeek.ToString(), day, StringComparison.OrdinalIgnoreCase);
}
