using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds days and ranges of days: "yesterday", "last week", "3 days ago", "since March", "Nov 3", "from June to August".</summary>
internal static class DateFinder
{
    /// <summary>The first and last day that a clause names, midnight UTC; null when it names none.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Find(Token[] tokens, Clause clause, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        for (var i = clause.First; i <= clause.Last; i++)
        {
            var (found, last) = At(tokens, clause, i, today);
            if (found is not { } range)
                continue;
            var before = i > clause.First ? tokens[i - 1].Text : "";
            if (before is "since" && range.To < today)
                return (range.From, today);
            if (before is "between" or "from" && last + 2 <= clause.Last && tokens[last + 1].Text is "and" or "to" or "until" or "till" or "-"
                && At(tokens, clause, last + 2, today).Found is { } end && end.To >= range.From)
                return (range.From, end.To);
            return range;
        }
        return null;
    }

    /// <summary>What the words from here on name, and the last of these words.</summary>
    private static ((DateTimeOffset From, DateTimeOffset To)? Found, int Last) At(Token[] tokens, Clause clause, int i, DateTimeOffset today)
    {
        var word = tokens[i].Text;
        var next = i < clause.Last ? tokens[i + 1].Text : "";
        var before = i > clause.First ? tokens[i - 1].Text : "";
        if (word == "a" && next is "couple" or "few")
            return At(tokens, clause, i + 1, today);
        if (word == "couple" && next == "of" && i + 2 <= clause.Last)
            (i, next) = (i + 1, tokens[i + 2].Text);
        var third = i + 2 <= clause.Last ? tokens[i + 2].Text : "";
        if (third == "ago" && Number(word) is { } count)
            return (Start(count, next, today) is { } start ? word == "few" ? (start, today) : (start, start) : null, i + 2);
        return word switch
        {
            "today" => (Day(today), i),
            "tomorrow" => (Day(today.AddDays(1)), i),
            "yesterday" => (Day(today.AddDays(i > clause.First + 1 && before == "before" && tokens[i - 2].Text == "day" ? -2 : -1)), i),
            "last" or "past" or "previous" or "this" or "next" => Period(word, next, third, i, today),
            _ when CalendarDates.Weekday(word) is { } day => (Day(Weekday(day, today, before)), i),
            _ => CalendarDates.Read(tokens, clause, i, today),
        };
    }

    private static (DateTimeOffset, DateTimeOffset) Day(DateTimeOffset day) => (day, day);

    private static int? Number(string word) => word switch { "a" or "an" => 1, "few" => 7, _ => NumberWords.Count(word) };

    private static ((DateTimeOffset, DateTimeOffset)?, int) Period(string word, string unit, string third, int i, DateTimeOffset today)
    {
        if (word is "last" or "past" or "previous" && Number(unit) is { } count)
            return (Start(count, third, today) is { } start ? (start, today) : null, i + 2);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateTimeOffset(today.Year, today.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var year = new DateTimeOffset(today.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var step = word switch { "this" => 0, "next" => 1, _ => -1 };
        return (unit switch
        {
            "week" => (monday.AddDays(7 * step), monday.AddDays(7 * step + 6)),
            "weekend" => (monday.AddDays(7 * step + 5), monday.AddDays(7 * step + 6)),
            "month" => (month.AddMonths(step), month.AddMonths(step + 1).AddDays(-1)),
            "year" => (year.AddYears(step), year.AddYears(step + 1).AddDays(-1)),
            "night" when step < 0 => Day(today.AddDays(-1)),
            "morning" or "afternoon" or "evening" when step == 0 => Day(today),
            _ => ((DateTimeOffset, DateTimeOffset)?)null,
        }, i + 1);
    }

    /// <summary>So long before today; null where no unit of time follows, or the number is absurd.</summary>
    private static DateTimeOffset? Start(int count, string unit, DateTimeOffset today) => count >= 1000 ? null : unit switch
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
}
