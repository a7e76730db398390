using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Finds what can be right or wrong in a text: numbers, amounts, days, spans of time, ids. The same reading serves evidence and claims.</summary>
public static partial class FactReader
{
    private const int ShortestId = 3;

    /// <summary>Every number, without its sign.</summary>
    public static IEnumerable<decimal> Numbers(string text) =>
        Number().Matches(text).Select(match => Parse(match.Value)).OfType<decimal>().Concat(NumberWords.Read(text));

    /// <summary>Sums of money: with a currency, with cents, or in words. Null stands for one that cannot be read.</summary>
    public static IEnumerable<decimal?> Amounts(string text) =>
        Amount().Matches(text).Select(match => Parse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value))
            .Concat(AmountInWords().Matches(text).Select(match => NumberWords.Read(match.Groups[1].Value).Cast<decimal?>().FirstOrDefault()));

    /// <summary>Numbers that are no small count: of three digits and more, and percentages.</summary>
    public static IEnumerable<decimal> Figures(string text) =>
        Number().Matches(text).Where(match => match.Value.Count(char.IsAsciiDigit) >= ShortestId || Percent().IsMatch(text[(match.Index + match.Length)..]))
            .Select(match => Parse(match.Value)).OfType<decimal>();

    /// <summary>Days of the calendar; the year is null where the text leaves it out.</summary>
    public static IEnumerable<(int? Year, int Month, int Day)> Dates(string text)
    {
        foreach (Match match in IsoDate().Matches(text))
            yield return (Whole(match, 1), Whole(match, 2), Whole(match, 3));
        foreach (Match match in SlashDate().Matches(text))
            yield return (Whole(match, 3), Whole(match, 1), Whole(match, 2));
        foreach (Match match in MonthFirst().Matches(text))
            yield return (match.Groups[3].Success ? Whole(match, 3) : null, Month(match.Groups[1].Value), Whole(match, 2));
        foreach (Match match in DayFirst().Matches(text))
            yield return (match.Groups[3].Success ? Whole(match, 3) : null, Month(match.Groups[2].Value), Whole(match, 1));
    }

    /// <summary>The text with its days blanked out: their numbers are no figures.</summary>
    public static string WithoutDates(string text) => DateText().Replace(text, " ");

    /// <summary>Weekdays, "tomorrow", "tonight".</summary>
    public static IEnumerable<string> RelativeDays(string text) => RelativeDay().Matches(text).Select(match => match.Value.ToLowerInvariant());

    /// <summary>"5 business days", "two weeks", and fields such as <c>"warrantyMonths":24</c>: the span and its words.</summary>
    public static IEnumerable<(Span Span, string Words)> Durations(string text)
    {
        foreach (Match match in Duration().Matches(text))
            foreach (var part in (string[])[match.Groups[1].Value, match.Groups[2].Value])
                if (part.Length > 0 && (Parse(part) ?? NumberWords.Read(part).Cast<decimal?>().FirstOrDefault()) is { } count)
                    yield return (Span.Of(count, match.Groups[3].Value), $"{part} {match.Groups[3].Value}");
        foreach (Match match in DurationField().Matches(text))
            yield return (Span.Of(Whole(match, 2), match.Groups[1].Value), match.Value);
    }

    /// <summary>Ids of orders, variants, payments, shipments: words with digits in them, and what is called an id. Upper case, without <c>#</c>.</summary>
    public static IEnumerable<string> Ids(string text) =>
        Id().Matches(text).Select(match => match.Value)
            .Where(id => !Measure().IsMatch(id))
            .Where(id => id.StartsWith('#') || id.Contains('_', StringComparison.Ordinal) || id.Count(char.IsAsciiDigit) >= ShortestId && id.Any(char.IsAsciiLetter)
                || id.Contains('-', StringComparison.Ordinal) && id.Any(char.IsAsciiDigit) && id.Count(char.IsAsciiLetterUpper) > 1)
            .Concat(NamedId().Matches(text).Select(match => match.Groups[1].Value))
            .Select(Normal);

    /// <summary>An id as it compares.</summary>
    public static string Normal(string id) => id.TrimStart('#').TrimEnd('.', '-', '_').ToUpperInvariant();

    private static decimal? Parse(string number) =>
        decimal.TryParse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int Whole(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Month(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, month => month.Length > 0 && name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    [GeneratedRegex(@"\d+(?:,\d{3})*(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[$€£]\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s?(?:USD|EUR|GBP|dollars?|euros?|bucks|pounds sterling)\b|(?<![\d.])(\d[\d,]*\.\d\d)(?![\d.%]|\s?(?:L|l|kg|cm|mm|inch|inches|oz|lbs?|stars?)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b((?:[a-z]+[\s-]){1,6})(?:dollars?|euros?|bucks|cents)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AmountInWords();

    [GeneratedRegex(@"^\s?(?:%|percent\b)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(\d{4})-(\d{2})-(\d{2})")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")]
    private static partial Regex SlashDate();

    [GeneratedRegex(@"\b((?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?-i:May)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?((?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?-i:May)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b(?:,?\s+(\d{4}))?", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeDay();

    [GeneratedRegex(@"\b(\d+|[a-z]+)(?:\s?(?:-|–|to|or)\s?(\d+|[a-z]+))?[\s-](?:full\s|business\s|working\s|calendar\s)?(minute|hour|day|week|month|year)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"""[A-Za-z]*(minute|hour|day|week|month|year)s""\s*:\s*(\d{1,8})\b", RegexOptions.IgnoreCase)]
    private static partial Regex DurationField();

    [GeneratedRegex(@"#?[A-Za-z0-9][A-Za-z0-9_-]*")]
    private static partial Regex Id();

    /// <summary>"1500W", "1920x1080": a number with its unit is no id.</summary>
    [GeneratedRegex(@"^\d+(?:k?W|k?V|m?Ah|[kMG]?Hz|[mc]?l|k?g|mg|lbs?|oz|[cmk]?m|in|ft|px?|dpi|[KMGT]B|[MG]bps|fps|rpm|dB|lm|x\d+px?|x\d+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\b(?:sku|variant id|item id|product id|tracking number|reference|order number)\b\s*(?:is|:)?\s*[`""'*]*(#?[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*|[A-Za-z]+-[A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedId();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\S*|\b\d{1,2}/\d{1,2}/\d{4}\b|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?-i:May)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4})?|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?-i:May)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?:,?\s+\d{4})?", RegexOptions.IgnoreCase)]
    private static partial Regex DateText();
}
