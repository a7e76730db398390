using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Which of the choices that were offered a message picks: by id, by its label, or by its place.</summary>
public static class ChoiceReader
{
    private static readonly Dictionary<string, int> s_places = new()
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["last"] = -1,
    };

    private static readonly HashSet<string> s_fillers =
        ["the", "one", "number", "option", "please", "choice", "i", "want", "would", "like", "take", "ll", "go", "with", "nd", "st", "rd", "th", "d", "let", "thi", "that", "and", ".", ",", "to", "for"];

    /// <summary>The choice's id, or null.</summary>
    public static string? Read(SkillContext context)
    {
        if (context.Resuming is not { Choices: { Count: > 0 } choices })
            return null;
        if (context.Message.Choice is { } id)
            return choices.Any(choice => choice.Id == id) ? id : null;
        var text = context.Request.Ask.Trim();
        if (choices.FirstOrDefault(choice => choice.Label.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } named)
            return named.Id;
        return Places(text) is [var place] && At(place, choices.Count) is { } index ? choices[index].Id : null;
    }

    /// <summary>The places that a text names when it names nothing else: "the second one", "1 and 3". -1 is the last.</summary>
    public static IReadOnlyList<int> Places(string text)
    {
        var places = new List<int>();
        foreach (var word in Token.Split(text))
        {
            if (s_places.TryGetValue(word, out var place) || int.TryParse(word, out place) && place is > 0 and < 100)
                places.Add(place);
            else if (!s_fillers.Contains(word))
                return [];
        }
        return places;
    }

    /// <summary>The index of a place in a list; null when there is no such place.</summary>
    public static int? At(int place, int count) => (place < 0 ? count + place : place - 1) is var index && index >= 0 && index < count ? index : null;
}
