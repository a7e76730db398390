using System.Globalization;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds days and ranges of days: "yesterday", "last week", "3 days ago", "in March", "2026-05-01".</summary>
internal static class DateFinder
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The first and last day that a clause names, midnight UTC; null when it names none.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Find(Token[] tokens, Clause clause, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        for (var i = clause.First; i <= clause.Last; i++)
        {
            var word = tokens[i].Text;
            var next = i < clause.Last ? tokens[i + 1].Text : "";
            var third = i + 2 <= clause.Last ? tokens[i + 2].Text : "";
            var before = i > clause.First ? tokens[i - 1].Text : "";
            var found = word switch
            {
                "today" => Day(today),
                "yesterday" => Day(today.AddDays(-1)),
                "tomorrow" => Day(today.AddDays(1)),
                "last" or "past" or "previous" or "this" => Period(word, next, third, today),
                _ when third == "ago" && NumberWords.Count(word is "a" or "an" ? "one" : word) is { } count => Ago(count, next, today),
                _ when Array.IndexOf(Days, word) is var day and >= 0 => Day(Weekday(day, today, before)),
                _ when Array.IndexOf(Months, word) is var month and >= 0 && (word is not ("may" or "march") || before is "in" or "since" or "last" or "of") => Month(month + 1, before, next, today),
                _ when DateTime.TryParseExact(tokens[i].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Day(new DateTimeOffset(date, TimeSpan.Zero)),
                _ when before is "in" or "since" or "during" && word.Length == 4 && int.TryParse(word, out var year) && year is > 1990 and < 2100 =>
                    (Date(year, 1, 1), before == "since" ? today : Date(year, 12, 31)),
                _ => ((DateTimeOffset, DateTimeOffset)?)null,
            };
            if (found is not null)
                return found;
        }
        return null;
    }

    private static (DateTimeOffset, DateTimeOffset) Day(DateTimeOffset day) => (day, day);

    private static DateTimeOffset Date(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static (DateTimeOffset, DateTimeOffset)? Period(string word, string unit, string third, DateTimeOffset today)
    {
        if (word != "this" && NumberWords.Count(unit) is { } count and < 1000)
            return Start(count, third, today) is { } start ? (start, today) : null;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = Date(today.Year, today.Month, 1);
        return (word == "this", unit) switch
        {
            (true, "week") => (monday, monday.AddDays(6)),
            (false, "week") => (monday.AddDays(-7), monday.AddDays(-1)),
            (true, "month") => (month, month.AddMonths(1).AddDays(-1)),
            (false, "month") => (month.AddMonths(-1), month.AddDays(-1)),
            (true, "year") => (Date(today.Year, 1, 1), Date(today.Year, 12, 31)),
            (false, "year") => (Date(today.Year - 1, 1, 1), Date(today.Year - 1, 12, 31)),
            (false, "night") => Day(today.AddDays(-1)),
            (true, "morning") => Day(today),
            _ => null,
        };
    }

    private static (DateTimeOffset, DateTimeOffset)? Ago(int count, string unit, DateTimeOffset today) =>
        count < 1000 && Start(count, unit, today) is { } day ? Day(day) : null;

    private static DateTimeOffset? Start(int count, string unit, DateTimeOffset today) => unit switch
    {
        "day" or "days" => today.AddDays(-count),
        "week" or "weeks" => today.AddDays(-7 * count),
        "month" or "months" => today.AddMonths(-count),
        "year" or "years" => today.AddYears(-count),
        _ => null,
    };

    /// <summary>The day last passed, or the next one after "by", "next" or "until".</summary>
    private static DateTimeOffset Weekday(int day, DateTimeOffset today, string before)
    {
        var back = ((int)today.DayOfWeek - day + 7) % 7;
        return before is "by" or "next" or "before" or "until" or "this" ? today.AddDays((7 - back) % 7) : today.AddDays(back == 0 ? -7 : -back);
    }

    private static (DateTimeOffset, DateTimeOffset) Month(int month, string before, string next, DateTimeOffset today)
    {
        var dayText = next.TrimEnd('t', 'h', 's', 'n', 'd', 'r');
        var year = month > today.Month ? today.Year - 1 : today.Year;
        if (int.TryParse(dayText, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return Day(Date(year, month, day));
        var start = Date(year, month, 1);
        return (start, before == "since" ? today : start.AddMonths(1).AddDays(-1));
    }
}
