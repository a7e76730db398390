using System.Globalization;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>
/// Everything that a reply of this conversation may state: what tools answered, sections of documents, what agents said
/// before (it was checked then). What the customer said may be named, but proves nothing.
/// </summary>
public sealed class Evidence(DateOnly today)
{
    private readonly HashSet<decimal> _numbers = [today.Year];
    private readonly HashSet<decimal> _mentioned = [];
    private readonly HashSet<(int? Year, int Month, int Day)> _dates = [(today.Year, today.Month, today.Day)];
    private readonly HashSet<Span> _durations = [];
    private readonly HashSet<string> _deeds = [];
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
        _deeds.UnionWith(Deeds.InRecords(text));
        _deeds.UnionWith(Clause.Of(text).SelectMany(clause => Deeds.In(clause).Where(claim => !Clause.Denies(clause[..claim.End]))).Select(claim => claim.Deed));
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
    public bool HasId(string id) => _ids.Contains(id) || decimal.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && HasNumber(number, orMentioned: true);

    /// <summary>True for a day that was told, and for today.</summary>
    public bool HasDate((int? Year, int Month, int Day) date) =>
        _dates.Contains(date) || _dates.Any(known => known.Month == date.Month && known.Day == date.Day && (date.Year is null || known.Year is null));

    /// <summary>True when the text was told, or a day that was told is meant by it.</summary>
    public bool HasRelativeDay(string day) =>
        Says(day) || Days.Any(known => day == "tomorrow" ? known == today.AddDays(1) : string.Equals($"{known.DayOfWeek}", day, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a span of time that was told, and for the days from today to a day that was told.</summary>
    public bool HasDuration(Span span) => _durations.Contains(span) || Days.Any(known => Span.Of(Math.Abs(known.DayNumber - today.DayNumber), "day") == span);

    /// <summary>True when something told has this word.</summary>
    public bool Says(string word) => Has(_facts, word) || Has(_done, word);

    /// <summary>True when something told or proposed has this word.</summary>
    public bool SaysOrProposes(string word) => Says(word) || Has(_proposed, word);

    /// <summary>True when one sentence that was told or proposed has all these words: "free shipping" may repeat "shipping is free".</summary>
    public bool SaysTogether(string[] words) =>
        _facts.Concat(_done).Concat(_proposed).SelectMany(text => text.Split(['.', '!', '?', '\n'])).Any(sentence => Array.TrueForAll(words, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when something that was done has this word.</summary>
    public bool Did(string word) => Has(_done, word);

    /// <summary>True when it was told that somebody did this; see <see cref="Deeds"/>.</summary>
    public bool States(string deed) => _deeds.Contains(deed);

    private IEnumerable<DateOnly> Days => _dates.Select(known => AsDay(known.Year ?? today.Year, known.Month, known.Day)).OfType<DateOnly>();

    private void AddFigures(string text)
    {
        _numbers.UnionWith(FactReader.Numbers(text));
        _dates.UnionWith(FactReader.Dates(text));
        _durations.UnionWith(FactReader.Durations(text).Select(one => one.Span));
        _ids.UnionWith(FactReader.Ids(text));
    }

    private static bool Has(List<string> texts, string word) => texts.Exists(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static DateOnly? AsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
