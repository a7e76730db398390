using System.Text.Json;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>
/// A customer's preferences object, which may have any shape, read for what it says about goods. A string, a number or a
/// list of them under any name is a like (<c>"material": "wool"</c>, <c>"size": 42</c>, <c>"brands": [...]</c>), also in
/// nested objects; <c>true</c> likes its name and <c>false</c> avoids it; everything under a name such as <c>avoid</c>,
/// <c>dislikes</c> or <c>exclude</c> is avoided; <c>maxPrice</c> and <c>budget</c> limit the price. Two members steer
/// what we infer: <see cref="LearnMember"/> and <see cref="NeverInferMember"/>.
/// </summary>
public sealed record StatedPreferences
{
    /// <summary><c>false</c> here: infer nothing from behaviour.</summary>
    public const string LearnMember = "learnFromBehaviour";

    /// <summary>A list of names and values that must not be inferred again.</summary>
    public const string NeverInferMember = "neverInfer";

    /// <summary>The member that conversations put what is to be left out into.</summary>
    public const string AvoidMember = "avoid";

    private const int MostPhrases = 100;

    /// <summary>What they like: a name such as <c>size</c>, and a value.</summary>
    public IReadOnlyList<StatedPreference> Likes { get; init; } = [];

    /// <summary>Phrases of what not to suggest: a category, a brand, a kind of goods, an option's value.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>The most they want to pay for one thing.</summary>
    public Money? MaxPrice { get; init; }

    /// <summary>False when they do not want preferences inferred from what they do. Default true.</summary>
    public bool LearnFromBehaviour { get; init; } = true;

    /// <summary>Names and values that must not be inferred.</summary>
    public IReadOnlyList<string> NeverInfer { get; init; } = [];

    /// <summary>Nothing said.</summary>
    public static StatedPreferences None { get; } = new();

    /// <summary>Reads a preferences object.</summary>
    public static StatedPreferences Read(JsonText? preferences)
    {
        if (preferences is null)
            return None;
        using var document = JsonDocument.Parse(preferences.Json);
        var reader = new PreferencesReader();
        foreach (var member in document.RootElement.EnumerateObject())
            reader.Read(member.Name, member.Value, avoided: false);
        return new StatedPreferences
        {
            Likes = [.. reader.Likes.DistinctBy(like => like.Value.ToLowerInvariant()).Take(MostPhrases)],
            Avoid = [.. reader.Avoid.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostPhrases)],
            MaxPrice = reader.MaxPrice,
            LearnFromBehaviour = reader.Learn,
            NeverInfer = [.. reader.NeverInfer.Take(MostPhrases)],
        };
    }
}

/// <summary>Something that a customer likes.</summary>
/// <param name="Name">What it is about, as they named it: <c>material</c>, <c>size</c>, <c>brands</c>.</param>
/// <param name="Value">The value: <c>wool</c>, <c>42</c>.</param>
public sealed record StatedPreference(string Name, string Value);
