using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupportAgents.Customers;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>
/// Reads "I prefer wool", "my size is L and I like green but not pink", "stop suggesting shoes", "green isn't my colour",
/// "forget my size" into a merge patch. Pure.
/// </summary>
public static partial class PreferenceSentences
{
    /// <summary>The member that likes without a name go into.</summary>
    public const string LikesMember = "likes";

    private const string BudgetMember = "maxPrice";
    private const int LongestContinuation = 3;

    /// <summary>The patch over the preferences as they are; null when the sentence states none.</summary>
    /// <param name="sentence">The customer's words.</param>
    /// <param name="preferences">The preferences as they are.</param>
    /// <param name="maxPrice">A price that was named as the highest.</param>
    /// <param name="inferred">What their behaviour suggests, which they may deny.</param>
    public static JsonObject? Read(string sentence, JsonText? preferences, Money? maxPrice, IReadOnlyList<InferredPreference>? inferred = null)
    {
        if (LearnAgain().IsMatch(sentence))
            return new JsonObject { [StatedPreferences.LearnMember] = true };
        if (StopLearning().IsMatch(sentence))
            return new JsonObject { [StatedPreferences.LearnMember] = false };
        maxPrice ??= Limit(sentence);
        if (maxPrice is { } limit && Budget().IsMatch(sentence))
            return new JsonObject { [BudgetMember] = limit.Amount };
        var known = PreferenceEdits.Of(preferences);
        if (Denial().Match(sentence) is { Success: true } denial)
            return known.Deny(Trimmed(denial), inferred ?? []);
        if (Forget().Match(sentence) is { Success: true } forget)
            return known.Without(forget.Groups["what"].Value) ?? (maxPrice is null ? null : known.Without(BudgetMember));
        foreach (var clause in Clauses().Split(sentence))
            Take(clause.Trim(), known);
        return known.Patch;
    }

    /// <summary>True for "forget that": what was said or shown last is meant.</summary>
    public static bool ForgetsThat(string sentence) => ForgetThat().IsMatch(sentence);

    /// <summary>"Never more than 60": said the other way round, a limit is easily taken for a least price.</summary>
    private static Money? Limit(string sentence) =>
        NeverMore().Match(sentence) is { Success: true } found && decimal.TryParse(found.Groups["limit"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000
            ? Money.FromDecimal(amount)
            : null;

    private static void Take(string clause, PreferenceEdits known)
    {
        if (Avoid().Match(clause) is { Success: true } avoid)
            known.Add(StatedPreferences.AvoidMember, Trimmed(avoid));
        else if (Size().Match(clause) is { Success: true } size)
            known.Set(size.Groups["of"].Success ? $"{size.Groups["of"].Value.ToLowerInvariant()}Size" : "size", size.Groups["what"].Value.ToUpperInvariant());
        else if (Favourite().Match(clause) is { Success: true } favourite)
            known.Set(favourite.Groups["of"].Value.ToLowerInvariant(), Trimmed(favourite));
        else if (Like().Match(clause) is { Success: true } like)
            known.Add(LikesMember, Trimmed(like));
        else if (Not().Match(clause) is { Success: true } not && known.LastList is not null)
            known.Add(StatedPreferences.AvoidMember, Trimmed(not));
        else if (known.LastList is { } list && clause.Length > 0 && clause.Split(' ').Length <= LongestContinuation)
            known.Add(list, clause.Trim(' ', '.', '!', ','));
    }

    private static string Trimmed(Match match) => Tail().Replace(match.Groups["what"].Value, "").Trim(' ', '.', '!', ',');

    [GeneratedRegex(@",\s+|;\s*|\.\s+|\s+(?:and|but|so|because)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    /// <summary>Words that belong to the sentence and not to the thing.</summary>
    [GeneratedRegex(@"(\s+(to me|for me|please|any ?more|now|too|instead|things|stuff|products|items|again|from now on|remember that))+\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b((may|can|should) (learn|infer)|(learn|infer|track)\w*\b.*\bagain|(start|resume) (learning|inferring)|(switch|turn) (learning|inference) (back )?on)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LearnAgain();

    [GeneratedRegex(@"\b(stop|don'?t|do not|never|(switch|turn) off)\b.{0,20}\b(learn|infer|track|profil|watch)", RegexOptions.IgnoreCase)]
    private static partial Regex StopLearning();

    [GeneratedRegex(@"\b(budget|spend|pay|price|cost|limit|at most|more than|nothing (?:over|above))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Budget();

    [GeneratedRegex(@"\b(?:never|not|don'?t|no)\b.{0,40}\b(?:more than|over|above)\s*\$?(?<limit>\d{1,6}(?:\.\d\d)?)", RegexOptions.IgnoreCase)]
    private static partial Regex NeverMore();

    [GeneratedRegex(@"\b(?<what>[\p{L}\d][\p{L}\d'-]*(?: [\p{L}\d][\p{L}\d'-]*)?) (?:is not|isn'?t|is no longer|are not|aren'?t) (?:really )?(?:my|mine|right|true|correct|what i like)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:forget|delete|remove|undo|scratch|erase|take back)\b\s*(?:about\s+)?(?:that|it|this|all of (?:that|it)|what i (?:just )?(?:said|told you))\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ForgetThat();

    [GeneratedRegex(@"\b(forget|delete|remove|clear|drop)\b(?: about| that i| the| my)*\s*(?<what>[\p{L}\d' -]{2,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Forget();

    [GeneratedRegex(@"(?:\b(?:stop|quit|don'?t|do not|never|no more)\b.{0,12}\b(?:suggest|recommend|show|offer)\w*(?: me)?(?: any| more)?|\bi (?:don'?t|do not|never) (?:like|want|wear|eat|drink|use)(?: any)?|\bi (?:hate|dislike|avoid)|\ballergic to|\bno more)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Avoid();

    [GeneratedRegex(@"\b(?:my (?:(?<of>shoe|shirt|trouser|pants|jacket|glove|ring) )?size (?:is(?: now)?|(?:from \S+ )?to)|i (?:wear|am|take)(?: a)? size)\s+(?:a |an )?(?<what>(?:us |eu |uk )?[\w./]{1,10})", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"\bmy (?:favou?rite|preferred) (?<of>colou?r|brand|material|category|style|size) (?:is|are)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Favourite();

    [GeneratedRegex(@"(?:\bi(?: really| always| usually| mostly|'d)? (?:prefer|like|love|favou?r|enjoy|am into|only buy|only wear)|\bonly (?:show|suggest|recommend)(?: me)?)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Like();

    [GeneratedRegex(@"^(?:not|no|never|but not)\s+(?<what>[\p{L}\d][\p{L}\d' -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Not();
}
