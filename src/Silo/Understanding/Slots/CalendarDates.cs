using System.Globalization;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>
/// Finds days of the calendar: "Nov 3", "3rd of November 2025", "the 3rd", "11/3", "2026-05-01", "in March", "in 2025".
/// A day without a year, and a month, is the last one that was; figures with slashes are read month first, as the shop's
/// addresses are American, unless only the other order gives a day.
/// </summary>
internal static class CalendarDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private const int ShortestName = 3;

    /// <summary>Sunday is 0; null for any other word.</summary>
    public static int? Weekday(string word) => Index(Days, word) is var day and >= 0 && word is not ("sun" or "sat") ? day : null;

    /// <summary>The days that the words from here on name, and the last of these words.</summary>
    public static ((DateTimeOffset From, DateTimeOffset To)? Found, int Last) Read(Token[] tokens, Clause clause, int i, DateTimeOffset today)
    {
        var word = tokens[i].Text;
        var before = i > clause.First ? tokens[i - 1].Text : "";
        if (DateTime.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return (Day(new DateTimeOffset(date, TimeSpan.Zero)), i);
        if (Index(Months, word) is var month and >= 0)
            return AfterMonth(tokens, clause, i, month + 1, before, today);
        if (DayOfMonth(word) is { } day && i < clause.Last)
        {
            var at = tokens[i + 1].Text == "of" && i + 2 <= clause.Last ? i + 2 : i + 1;
            if (Index(Months, tokens[at].Text) is var named and >= 0)
                return (On(named + 1, day, Year(tokens, clause, at + 1), today), Year(tokens, clause, at + 1) is null ? at : at + 1);
            if (tokens[i + 1].Text == "/" && i + 2 <= clause.Last)
                return Slashes(tokens, clause, i, day, today);
        }
        if (before == "the" && !char.IsAsciiDigit(word[^1]) && char.IsAsciiDigit(word[0]) && DayOfMonth(word) is { } alone)
            return (On(alone > today.Day ? today.AddMonths(-1).Month : today.Month, alone, null, today), i);
        if (before is "in" or "since" or "during" or "from" && Year(tokens, clause, i) is { } year)
            return ((Date(year, 1, 1), Date(year, 12, 31)), i);
        return (null, i);
    }

    private static ((DateTimeOffset, DateTimeOffset)?, int) AfterMonth(Token[] tokens, Clause clause, int i, int month, string before, DateTimeOffset today)
    {
        var at = i + 1 <= clause.Last && tokens[i + 1].Text == "the" ? i + 2 : i + 1;
        if (at <= clause.Last && DayOfMonth(tokens[at].Text) is { } day)
        {
            var comma = at + 1 <= clause.Last && tokens[at + 1].Text == "," ? 1 : 0;
            var year = Year(tokens, clause, at + 1 + comma);
            return (On(month, day, year, today), year is null ? at : at + 1 + comma);
        }
        // "may" and "march" are more often verbs.
        if (tokens[i].Text is "may" or "march" or "mar" or "dec" or "jun" or "sep" && before is not ("in" or "since" or "last" or "of" or "from" or "and" or "to" or "until" or "between"))
            return (null, i);
        var of = Year(tokens, clause, i + 1);
        var start = Date(of ?? (month > today.Month ? today.Year - 1 : today.Year), month, 1);
        return ((start, start.AddMonths(1).AddDays(-1)), of is null ? i : i + 1);
    }

    private static ((DateTimeOffset, DateTimeOffset)?, int) Slashes(Token[] tokens, Clause clause, int i, int first, DateTimeOffset today)
    {
        if (!int.TryParse(tokens[i + 2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var second) || second is < 1 or > 31)
            return (null, i);
        var year = i + 4 <= clause.Last && tokens[i + 3].Text == "/" ? Year(tokens, clause, i + 4) : null;
        var last = year is null ? i + 2 : i + 4;
        return (first <= 12 ? On(first, second, year, today) : second <= 12 ? On(second, first, year, today) : null, last);
    }

    /// <summary>That day, of the year said or of the last one in which it was not to come; null where the month is too short.</summary>
    private static (DateTimeOffset, DateTimeOffset)? On(int month, int day, int? said, DateTimeOffset today)
    {
        var year = said ?? today.Year;
        if (day > DateTime.DaysInMonth(year, month))
            return null;
        var date = Date(year, month, day);
        return Day(said is null && date > today.AddMonths(1) ? Date(year - 1, month, Math.Min(day, DateTime.DaysInMonth(year - 1, month))) : date);
    }

    private static int? Year(Token[] tokens, Clause clause, int i) =>
        i <= clause.Last && tokens[i].Text.Length == 4 && int.TryParse(tokens[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100
            ? year
            : null;

    /// <summary>"3", "3rd" and "third".</summary>
    private static int? DayOfMonth(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
            return NumberWords.Position(word) is { } position and > 0 ? position : null;
        var digits = word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
            || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    /// <summary>Position of a name, written out or cut to at least three letters.</summary>
    private static int Index(string[] names, string word) =>
        word.Length < ShortestName ? -1 : Array.FindIndex(names, name => name == word || word.Length is 3 or 4 && name.StartsWith(word, StringComparison.Ordinal));

    private static (DateTimeOffset, DateTimeOffset) Day(DateTimeOffset day) => (day, day);

    private static DateTimeOffset Date(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
