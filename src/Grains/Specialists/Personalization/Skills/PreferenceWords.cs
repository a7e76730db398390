using System.Text.Json;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>A preferences object in words.</summary>
internal static class PreferenceWords
{
    /// <summary>One line a member: <c>size: M</c>, <c>avoid: wool and leather</c>.</summary>
    public static IReadOnlyList<string> Of(JsonText? preferences)
    {
        if (preferences is null)
            return [];
        using var document = JsonDocument.Parse(preferences.Json);
        return [.. document.RootElement.EnumerateObject().Where(member => member.Name is not (StatedPreferences.LearnMember or StatedPreferences.NeverInferMember))
            .Select(member => $"{Spaced(member.Name)}: {Value(member.Value)}")];
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => ReplyHelpers.Join(value.EnumerateArray().Select(Value)),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(member => $"{Spaced(member.Name)} {Value(member.Value)}")),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
