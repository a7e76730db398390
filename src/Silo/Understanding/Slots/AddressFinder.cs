using System.Text.RegularExpressions;
using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds postal addresses: a house number, a street, and what follows of flat, city, state, postal code and country.</summary>
internal static partial class AddressFinder
{
    /// <summary>Addresses, with a country only when it was said or the state and a five-digit code show that it is the USA.</summary>
    public static IEnumerable<Entity> Find(string text, Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Text == "xaddress")
                yield return new Entity(EntityKind.Address, i, i, Address("12 Elm Street", null, "", "", "", ""));
        }
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            yield break;
        for (var street = Street().Match(text); street.Success; street = street.NextMatch())
        {
            var start = street.Index;
            if (Parse(text, start, start + street.Length) is not { } found)
                continue;
            var first = Array.FindIndex(tokens, token => token.Start >= start);
            var last = Array.FindLastIndex(tokens, token => token.End <= found.End);
            if (first >= 0 && last >= first)
                yield return new Entity(EntityKind.Address, first, last, found.Address);
        }
    }

    private static (Address Address, int End)? Parse(string text, int start, int end)
    {
        var line1 = text[start..end].Trim(' ', ',', '.');
        string? line2 = null;
        if (Unit().Match(text, end) is { Success: true } unit)
        {
            line2 = unit.Groups["unit"].Value.Trim();
            end = unit.Index + unit.Length;
        }
        if (Place().Match(text, end) is { Success: true } place)
        {
            var zip = place.Groups["zip"].Value;
            var country = place.Groups["country"].Value;
            return (Address(line1, line2, place.Groups["city"].Value.Trim(), place.Groups["state"].Value,
                country.Length > 0 ? country : "USA", zip), place.Index + place.Length);
        }
        if (Loose().Match(text, end) is { Success: true } loose)
            return (Address(line1, line2, loose.Groups["city"].Value.Trim(), "", loose.Groups["country"].Value.Trim(), loose.Groups["zip"].Value),
                loose.Index + loose.Length);
        return (Address(line1, line2, "", "", "", ""), end);
    }

    private static Address Address(string line1, string? line2, string city, string state, string country, string postalCode) =>
        new() { Line1 = line1, Line2 = line2, City = city, State = state, Country = country, PostalCode = postalCode };

    [GeneratedRegex(@"\b\d{1,6}[A-Za-z]?[ ]+(?:[A-Za-z0-9.'-]{1,20}[ ]+){0,4}?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|way|terrace|circle|cir|parkway|pkwy|square|sq|highway|hwy|trail|alley|broadway)\b\.?(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"\G,?[ ]*(?<unit>(?:apartment|apt|suite|ste|unit|floor|room|#)\.?[ ]*#?[ ]*[A-Za-z0-9-]{1,8})", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\G[,\s]*(?:in[ ]+)?(?<city>[A-Za-z][A-Za-z .'-]{1,30}?)[,\s]+(?<state>" + States.Pattern + @")\b\.?(?:[,\s]*(?<zip>\d{5}(?:-\d{4})?))?(?:[,\s]*(?<country>USA|U\.S\.A\.|United States(?: of America)?|US)\b)?(?:[,\s]*(?<zip>\d{5})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"\G,[ ]*(?<city>[A-Z][A-Za-z.'-]+(?:[ ][A-Z][A-Za-z.'-]+)?)(?:,?[ ]+(?<zip>[A-Z0-9]{2,5}[ -]?[A-Z0-9]{2,4}))?(?:,[ ]*(?<country>[A-Z][A-Za-z]+(?:[ ][A-Z][a-z]+)?))?")]
    private static partial Regex Loose();
}
