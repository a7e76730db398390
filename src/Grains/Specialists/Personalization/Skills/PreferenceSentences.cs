using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>Reads "I prefer wool", "stop suggesting shoes", "my size is 42", "forget my size" into a merge patch. Pure.</summary>
public static partial class PreferenceSentences
{
    /// <summary>The member that likes without a name go into.</summary>
    public const string LikesMember = "likes";

    /// <summary>The patch over the preferences as they are; null when the sentence states none.</summary>
    public static JsonObject? Read(string sentence, JsonText? preferences, Money? maxPrice)
    {
        var known = JsonNode.Parse(preferences?.Json ?? "{}") as JsonObject ?? [];
        if (StopLearning().IsMatch(sentence))
            return new JsonObject { [StatedPreferences.LearnMember] = false };
        if (Forget().Match(sentence) is { Success: true } forget)
            return Without(known, forget.Groups["what"].Value);
        if (Avoid().Match(sentence) is { Success: true } avoid)
            return new JsonObject { [StatedPreferences.AvoidMember] = With(known[StatedPreferences.AvoidMember], Phrase(avoid)) };
        if (Size().Match(sentence) is { Success: true } size)
            return new JsonObject { [size.Groups["of"].Success ? $"{size.Groups["of"].Value.ToLowerInvariant()}Size" : "size"] = size.Groups["what"].Value.ToUpperInvariant() };
        if (maxPrice is { } limit)
            return new JsonObject { ["maxPrice"] = limit.Amount };
        if (Favourite().Match(sentence) is { Success: true } favourite)
            return new JsonObject { [favourite.Groups["of"].Value.ToLowerInvariant()] = Phrase(favourite) };
        return Like().Match(sentence) is { Success: true } like
            ? new JsonObject { [LikesMember] = With(known[LikesMember], Phrase(like)) }
            : null;
    }

    /// <summary>Members and list entries that speak of it are removed; an empty "that" removes nothing.</summary>
    private static JsonObject? Without(JsonObject known, string what)
    {
        var key = what.Trim().ToLowerInvariant();
        var patch = new JsonObject();
        foreach (var (name, value) in known)
        {
            if (key is "everything" or "all" or "all of it" or "all of that" or "all my preferences" or "my preferences" || Speaks(name, key))
                patch[name] = null;
            else if (value is JsonArray list && list.Any(entry => Speaks($"{entry}", key)))
                patch[name] = new JsonArray([.. list.Where(entry => !Speaks($"{entry}", key)).Select(entry => entry?.DeepClone())]);
            else if (value is JsonValue && Speaks($"{value}", key))
                patch[name] = null;
        }
        return patch.Count > 0 ? patch : null;
    }

    private static bool Speaks(string of, string key) =>
        of.Length > 1 && key.Length > 1 && (key.Contains(of, StringComparison.OrdinalIgnoreCase) || of.Contains(key, StringComparison.OrdinalIgnoreCase));

    private static JsonArray With(JsonNode? list, string phrase)
    {
        var entries = (list as JsonArray)?.Select(entry => $"{entry}").ToList() ?? (list is JsonValue one ? [$"{one}"] : []);
        if (!entries.Contains(phrase, StringComparer.OrdinalIgnoreCase))
            entries.Add(phrase);
        return new JsonArray([.. entries.Select(entry => (JsonNode)entry)]);
    }

    private static string Phrase(Match match) => Ending().Replace(match.Groups["what"].Value, "").Trim(' ', '.', '!', ',');

    /// <summary>"… headphones <em>to me, please</em>".</summary>
    [GeneratedRegex(@"(\s+(to me|for me|any ?more|please|thanks|thank you))+\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(stop|don'?t|do not|never)\b.{0,20}\b(learn|infer|track|profil|watch)", RegexOptions.IgnoreCase)]
    private static partial Regex StopLearning();

    [GeneratedRegex(@"\b(forget|delete|remove|clear|drop)\b(?: about| that i| the| my)*\s*(?<what>[\p{L}\d' -]{2,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Forget();

    [GeneratedRegex(@"(?:\b(?:stop|quit|don'?t|do not|never|no more)\b.{0,12}\b(?:suggest|recommend|show|offer)\w*(?: me)?(?: any| more)?|\bi (?:don'?t|do not|never) (?:like|want|wear|eat|drink|use)(?: any)?|\bi (?:hate|dislike|avoid)|\ballergic to|\bno more)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Avoid();

    [GeneratedRegex(@"\b(?:my (?:(?<of>shoe|shirt|trouser|pants|jacket|glove|ring) )?size is(?: now)?|i (?:wear|am|take)(?: a)? size)\s+(?:a |an |us |eu )?(?<what>[\w./]{1,10})", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"\bmy (?:favou?rite|preferred) (?<of>colou?r|brand|material|category|style|size) (?:is|are)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Favourite();

    [GeneratedRegex(@"\bi(?: really| always| usually| mostly|'d)? (?:prefer|like|love|favou?r|enjoy|am into|only buy|only wear)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Like();
}
