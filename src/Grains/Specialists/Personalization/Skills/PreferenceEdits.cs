using System.Text.Json.Nodes;
using SupportAgents.Customers;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>Preferences as they are, and the merge patch that a customer's words make of them. Pure but for its own state.</summary>
internal sealed class PreferenceEdits
{
    private readonly JsonObject _known;
    private readonly JsonObject _patch = [];

    private PreferenceEdits(JsonObject known) => _known = known;

    /// <summary>The patch so far; null when there is none.</summary>
    public JsonObject? Patch => _patch.Count > 0 ? _patch : null;

    /// <summary>The list that was added to last: "red and blue" goes on with it.</summary>
    public string? LastList { get; private set; }

    public static PreferenceEdits Of(JsonText? preferences) => new(JsonNode.Parse(preferences?.Json ?? "{}") as JsonObject ?? []);

    /// <summary>Sets a member.</summary>
    public void Set(string name, string value) => Put(name, value);

    /// <summary>Adds to a member that is a list, or becomes one.</summary>
    public void Add(string name, string phrase)
    {
        LastList = name;
        var entries = _known[name] switch
        {
            JsonArray list => list.Select(entry => $"{entry}").ToList(),
            JsonValue one => [$"{one}"],
            _ => [],
        };
        if (phrase.Length > 0 && !entries.Contains(phrase, StringComparer.OrdinalIgnoreCase))
            entries.Add(phrase);
        Put(name, new JsonArray([.. entries.Select(entry => (JsonNode)entry)]));
    }

    /// <summary>Removes members and list entries that speak of it; null when none does.</summary>
    public JsonObject? Without(string what)
    {
        var key = what.Trim().ToLowerInvariant();
        var all = key is "everything" or "all" or "all of it" or "all of that" or "all my preferences" or "my preferences" or "preferences" or "all preferences"
            || key.EndsWith("about my taste", StringComparison.Ordinal);
        foreach (var (name, value) in _known.ToList())
        {
            if (all || Speaks(Spaced(name), key) || (value is JsonValue && Speaks($"{value}", key)))
                Put(name, null);
            else if (value is JsonArray list && list.Any(entry => Speaks($"{entry}", key)))
                Put(name, new JsonArray([.. list.Where(entry => !Speaks($"{entry}", key)).Select(entry => entry?.DeepClone())]));
        }
        return Patch;
    }

    /// <summary>Takes back what the customer says is wrong: stated before, it goes; inferred, it is not inferred again.</summary>
    public JsonObject? Deny(string what, IReadOnlyList<InferredPreference> inferred)
    {
        Without(what);
        foreach (var wrong in inferred.Where(one => Speaks(one.Value, what) || Speaks($"{one.Name} {one.Value}", what)))
            Add(StatedPreferences.NeverInferMember, wrong.Value);
        return Patch;
    }

    /// <summary>Takes back what a patch set: entries of its lists, and its members.</summary>
    public JsonObject? Undo(JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonArray added && _known[name] is JsonArray list)
            {
                var kept = list.Where(entry => !added.Any(one => string.Equals($"{one}", $"{entry}", StringComparison.OrdinalIgnoreCase))).Select(entry => entry?.DeepClone()).ToArray();
                Put(name, kept.Length > 0 ? new JsonArray(kept) : null);
            }
            else if (_known.ContainsKey(name))
                Put(name, null);
        }
        return Patch;
    }

    private void Put(string name, JsonNode? value)
    {
        _patch[name] = value;
        _known[name] = value?.DeepClone();
    }

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static bool Speaks(string of, string key) =>
        of.Length > 1 && key.Length > 1 && (key.Contains(of, StringComparison.OrdinalIgnoreCase) || of.Contains(key, StringComparison.OrdinalIgnoreCase));
}
