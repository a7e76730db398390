using System.Text.RegularExpressions;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Reads a postal address out of a sentence: street, unit, city, state, postal code and country, parted by commas or lines.</summary>
public static partial class AddressReader
{
    private static readonly string[] s_countries =
    [
        "USA", "US", "United States", "U.S.A.", "Canada", "UK", "United Kingdom", "Germany", "France", "Norway", "Sweden", "Denmark", "Finland", "Iceland", "Ireland",
        "Netherlands", "Belgium", "Luxembourg", "Switzerland", "Austria", "Italy", "Spain", "Portugal", "Poland", "Czechia", "Greece", "Mexico", "Brazil", "Argentina",
        "Japan", "South Korea", "China", "India", "Singapore", "Australia", "New Zealand", "South Africa", "Israel", "Turkey",
    ];

    /// <summary>The address; null when the text has no whole one. The country is taken from <paramref name="like"/> where none is named.</summary>
    public static Address? Read(string text, Address? like)
    {
        if (StreetOf(text) is not { } start)
            return null;
        var parts = text[start..].Split([',', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Clean).Where(part => part.Length > 0).ToList();
        var line1 = parts[0];
        var rest = parts.Skip(1).ToList();
        var line2 = rest.Count > 0 && Unit().IsMatch(rest[0]) ? rest[0] : null;
        if (line2 is not null)
            rest.RemoveAt(0);
        if (line2 is null && UnitAtEnd().Match(line1) is { Success: true } unit)
            (line1, line2) = (line1[..unit.Index].Trim(), unit.Value.Trim());
        string? zip = null, state = null, country = null;
        var names = new List<string>();
        foreach (var part in rest)
        {
            var left = part;
            if (zip is null && Zip().Match(left) is { Success: true } code)
                (zip, left) = (code.Value, left.Remove(code.Index, code.Length).Trim());
            if (country is null && s_countries.FirstOrDefault(one => left.EndsWith(one, StringComparison.OrdinalIgnoreCase) && (left.Length == one.Length || left[^(one.Length + 1)] == ' ')) is { } named)
                (country, left) = (named, left[..^named.Length].Trim());
            if (state is null && State().Match(left) is { Success: true } two && (names.Count > 0 || left.Length > 2))
                (state, left) = (two.Value.ToUpperInvariant(), left.Remove(two.Index, two.Length).Trim());
            if (left.Length > 0)
                names.Add(left);
            if (zip is not null && names.Count > 0 && (state is not null || names.Count > 1) && country is not null)
                break;
        }
        if (zip is null || names.Count == 0)
            return null;
        return new Address
        {
            Line1 = line1,
            Line2 = line2,
            City = names[0],
            State = state ?? (names.Count > 1 ? names[1] : ""),
            Country = country ?? like?.Country ?? "USA",
            PostalCode = zip,
        };
    }

    /// <summary>The street alone, when that is all that was given of an address; null else.</summary>
    public static string? ReadStreet(string text) =>
        StreetOf(text) is { } start && Named().IsMatch(text[start..]) && Clean(text[start..].Split([',', '\n', ';'])[0]) is { Length: > 0 } street ? street : null;

    private static int? StreetOf(string text) =>
        Street().Match(text) is { Success: true } american ? american.Index
        : NumberLast().Match(text) is { Success: true } european ? european.Index
        : null;

    private static string Clean(string part) => Filler().Replace(part, "").Trim().TrimEnd('.', '!').Trim();

    [GeneratedRegex(@"\b\d{1,6}[A-Za-z]?\s+(?!(and|or|items?|of|to)\b)\p{Lu}[\p{L}'.-]*(\s+[\p{L}'.-]+){0,4}(?=\s*(,|\n|;|\.|!|$|suite|apt|unit|#))", RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"^\d{1,5}[A-Za-z]?\s+\p{Lu}|^\p{L}")]
    private static partial Regex Named();

    // "Kirkegata 5, …", "ul. Lipowa 17, …": capitals only, so that no order number is taken for a house.
    [GeneratedRegex(@"\b(?!I\b|Order\b|No\b)(\p{Ll}{1,3}\.\s+)?\p{Lu}[\p{L}'.-]*(\s+[\p{L}'.-]+){0,3}\s+\d{1,4}[A-Za-z]?(?=\s*(,|\n|;))")]
    private static partial Regex NumberLast();

    [GeneratedRegex(@"^(suite|ste|apt|apartment|unit|floor|fl|room|m\.|#)\b|^#\s?\d|^\d+(st|nd|rd|th) floor$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\s(suite|ste|apt|apartment|unit)\.?\s*#?\w+$|\s#\w+$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitAtEnd();

    // US, Canada, the United Kingdom and Ireland, the Netherlands, Poland and Portugal, Japan, and plain numbers of four to six digits.
    [GeneratedRegex(@"\b\d{5}-\d{4}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d{2}\s?[A-Z\d]{4}\b|\b\d{4}\s?[A-Z]{2}\b(?=\s|,|$)(?!\s*\d)|\b\d{2,4}-\d{3,4}\b|\b\d{4,6}\b")]
    private static partial Regex Zip();

    [GeneratedRegex(@"\b[A-Z]{2}\b")]
    private static partial Regex State();

    // "IN" is Indiana.
    [GeneratedRegex(@"^(in|and|(?i:zip( code)?|postal code|state of))\s+|\b(?i:please|instead|thanks|thank you)\b")]
    private static partial Regex Filler();
}
