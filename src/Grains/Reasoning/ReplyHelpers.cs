using System.Collections;
using System.Globalization;
using HandlebarsDotNet;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning;

/// <summary>Formats for reading: <c>{{money x}}</c>, <c>{{date x}}</c>, <c>{{list xs}}</c>, <c>{{either xs}}</c>, <c>{{plural n "item" "items"}}</c>, <c>{{add n 1}}</c>.</summary>
public static class ReplyHelpers
{
    /// <summary>Makes the helpers known to the engine.</summary>
    public static void Register(IHandlebars engine)
    {
        engine.RegisterHelper("money", (_, arguments) => arguments[0] is Money money ? Format(money) : $"{arguments[0]}");
        engine.RegisterHelper("date", (_, arguments) => arguments[0] is DateTimeOffset date ? Format(date) : $"{arguments[0]}");
        engine.RegisterHelper("list", (_, arguments) => arguments[0] is IEnumerable items and not string ? Join(items.Cast<object>().Select(item => $"{item}")) : $"{arguments[0]}");
        engine.RegisterHelper("either", (_, arguments) => arguments[0] is IEnumerable items and not string ? Join(items.Cast<object>().Select(item => $"{item}"), "or") : $"{arguments[0]}");
        engine.RegisterHelper("add", (_, arguments) => Convert.ToInt32(arguments[0], CultureInfo.InvariantCulture) + Convert.ToInt32(arguments[1], CultureInfo.InvariantCulture));
        engine.RegisterHelper("plural", (_, arguments) => Convert.ToInt32(arguments[0], CultureInfo.InvariantCulture) == 1 ? arguments[1] : arguments[2]);
    }

    /// <summary><c>$1,234.50</c>; a negative amount as <c>-$54.00</c>.</summary>
    public static string Format(Money money) =>
        (money.IsNegative ? "-$" : "$") + money.Magnitude.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary><c>November 3, 2026</c>.</summary>
    public static string Format(DateTimeOffset date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>a</c>; <c>a and b</c>; <c>a, b and c</c>; with another word in place of "and" where one is given.</summary>
    public static string Join(IEnumerable<string> items, string word = "and")
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list.SkipLast(1))} {word} {list[^1]}";
    }
}
