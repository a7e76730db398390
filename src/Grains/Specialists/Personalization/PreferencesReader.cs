using System.Text.Json;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Walks a preferences object; see <see cref="StatedPreferences"/>.</summary>
internal sealed class PreferencesReader
{
    private static readonly string[] _avoiding = ["avoid", "dislike", "exclude", "hate", "block", "never", "unwanted", "hidden", "without"];
    private static readonly string[] _limits = ["maxprice", "budget", "pricemax", "pricelimit"];

    public List<StatedPreference> Likes { get; } = [];

    public List<string> Avoid { get; } = [];

    public List<string> NeverInfer { get; } = [];

    public Money? MaxPrice { get; private set; }

    public bool Learn { get; private set; } = true;

    public void Read(string name, JsonElement value, bool avoided)
    {
        if (name == StatedPreferences.LearnMember)
        {
            Learn = value.ValueKind != JsonValueKind.False;
            return;
        }
        if (name == StatedPreferences.NeverInferMember)
        {
            NeverInfer.AddRange(Strings(value));
            return;
        }
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (_limits.Contains(plain) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var limit) && limit is > 0 and < 1e12m)
            MaxPrice = new Money((long)(limit * 100));
        else
            ReadValue(name, value, avoided || _avoiding.Any(word => plain.StartsWith(word, StringComparison.Ordinal)));
    }

    private void ReadValue(string name, JsonElement value, bool avoided)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Read(member.Name, member.Value, avoided);
                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                    ReadValue(name, element, avoided);
                break;
            case JsonValueKind.String:
                foreach (var phrase in Phrases(value.GetString()!))
                    Add(name, phrase, avoided);
                break;
            case JsonValueKind.Number:
                Add(name, value.GetRawText(), avoided);
                break;
            case JsonValueKind.True:
                Add(name, name, avoided);
                break;
            case JsonValueKind.False:
                Add(name, name, !avoided);
                break;
        }
    }

    private void Add(string name, string phrase, bool avoided)
    {
        if (avoided)
            Avoid.Add(phrase);
        else
            Likes.Add(new StatedPreference(name, phrase));
    }

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Phrases(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.String).SelectMany(element => Phrases(element.GetString()!)),
        _ => [],
    };

    private static IEnumerable<string> Phrases(string text) =>
        text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(phrase => phrase.Length <= 60);
}
