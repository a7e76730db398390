using System.Collections.Frozen;

namespace SupportAgents.Grains.Specialists.Recommendations.Feedback;

/// <summary>Words that praise or criticise, words that turn it round, and words that name nothing.</summary>
internal static class OpinionWords
{
    private static readonly FrozenSet<string> _good = Set(
        "good great excellent amazing awesome fantastic perfect love loved loves lovely best nice beautiful comfortable comfy easy fast quick quiet sturdy solid " +
        "durable reliable bright crisp clear sharp smooth soft warm light lightweight handy useful helpful happy pleased satisfied impressed impressive " +
        "recommend recommended superb wonderful brilliant stylish elegant accurate powerful strong versatile affordable worth enjoy enjoyed delicious " +
        "compact responsive intuitive outstanding delighted praise well works");

    private static readonly FrozenSet<string> _bad = Set(
        "bad poor terrible awful horrible worst hate hated disappointing disappointed disappointment broken broke breaks cheap flimsy weak slow loud noisy " +
        "uncomfortable difficult hard heavy bulky useless waste faulty defective fail failed fails fails leak leaks leaking leaked scratched scratches crack " +
        "cracked cracks tore torn rips ripped dim blurry unreliable unstable wobbly expensive overpriced return returned refund problem problems issue issues " +
        "annoying confusing stopped died dies dead overheats overheated stiff tight loose rough rusty rust smells stains faded fades peels peeling dull lacks missing");

    private static readonly FrozenSet<string> _turning = Set("not no never isnt wasnt dont doesnt didnt wont cant couldnt hardly barely without nothing");

    private static readonly FrozenSet<string> _empty = Set(
        "a about after again all also although always am an and another any anything are aren as at back be because been before being bit both bought but buy by came can cannot come comes could day days did " +
        "do does doing done down each either else enough even ever every everything feel feels felt few first for from get gets getting give gives go goes going got had has have having he her here him his how " +
        "however i if in into is it item its ive just keep keeps kind know last less like little long look looks lot lots made make makes many may me mine month months more most much must my need needs " +
        "new next now of off often oh ok okay old on once one ones only or order ordered other others our out over own part people piece pretty probably product products purchase purchased put quite rather really " +
        "right said same say says see seem seems several she should since so some someone something soon star stars still such sure take takes than that the their them then there these they thing things think this those " +
        "though thought through time times to too tried try two under until up upon us use used uses using very want wanted was way we week weeks went were what when where which while who why will with within " +
        "work worked working would year years yet you your im youre theyre id every per plus highly absolutely totally completely extremely super definitely overall");

    /// <summary>Above 0 when the words praise, below when they criticise; "not good" criticises.</summary>
    public static int Polarity(IReadOnlyList<string> words)
    {
        var sum = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var value = _good.Contains(words[i]) ? 1 : _bad.Contains(words[i]) ? -1 : 0;
            var turned = Enumerable.Range(1, 3).Any(back => i >= back && _turning.Contains(words[i - back]));
            sum += turned ? -value : value;
        }
        return Math.Sign(sum);
    }

    /// <summary>True for a word that may name what a review speaks of.</summary>
    public static bool CanName(string word) =>
        word.Length >= 3 && word.All(char.IsLetter) && !_good.Contains(word) && !_bad.Contains(word) && !_turning.Contains(word) && !_empty.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
