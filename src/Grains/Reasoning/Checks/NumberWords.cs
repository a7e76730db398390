using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Numbers in words up to the thousands: "five hundred", "twenty-one".</summary>
public static partial class NumberWords
{
    private const int Hundred = 100;
    private const int Thousand = 1_000;

    private static readonly string[] s_units =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly Dictionary<string, int> s_values = Values();

    /// <summary>True for a word of a number.</summary>
    public static bool IsOne(string word) => s_values.ContainsKey(word);

    /// <summary>The numbers of a text.</summary>
    public static IEnumerable<decimal> Read(string text)
    {
        int? number = null;
        var whole = 0;
        foreach (Match match in Word().Matches(text))
        {
            if (s_values.TryGetValue(match.Value, out var value))
            {
                if (value == Thousand)
                    (whole, number) = (whole + (number ?? 1) * Thousand, 0);
                else
                    number = value == Hundred ? (number is null or 0 ? 1 : number) * Hundred : (number ?? 0) + value;
                continue;
            }
            if (number is not null && !match.Value.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                yield return whole + number.Value;
                (whole, number) = (0, null);
            }
        }
        if (number is not null)
            yield return whole + number.Value;
    }

    private static Dictionary<string, int> Values()
    {
        const int FirstTen = 2;
        var values = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["hundred"] = Hundred, ["thousand"] = Thousand };
        for (var i = 0; i < s_units.Length; i++)
            values[s_units[i]] = i + 1;
        for (var i = 0; i < s_tens.Length; i++)
            values[s_tens[i]] = (i + FirstTen) * 10;
        return values;
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
