using System.Text.Json;
using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>
/// The sentences that agents say of themselves: those of their YAML, with facts of the customer's records in the gaps,
/// the lines of the proposal, and the clauses of the shop's rules.
/// </summary>
internal static partial class OwnWords
{
    /// <summary>Letters of a fact in a gap: a name, a date, an address, a list of choices.</summary>
    private const int LongestGap = 80;

    /// <summary>Letters of a template that a sentence must have at least: fewer when it begins as the template does; and their share.</summary>
    private const int FewestOwn = 12;
    private const int FewestAfterBeginning = 5;
    /// <summary>Shorter pieces of a template are in every sentence.</summary>
    private const int ShortestPiece = 4;
    private const double LeastShare = 0.05;

    private static readonly Lazy<List<List<string>>> s_templates = new(() =>
        [.. Directory.EnumerateFiles(Repository.File("src", "Grains"), "*Replies.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Sentences.Of(Entry().Replace(File.ReadAllText(file), "\n").Replace("\\n", "\n", StringComparison.Ordinal).Replace("{{/if}}", "\n", StringComparison.Ordinal)))
            .Concat(Rules())
            .Select(sentence => Tag().Split(sentence).Select(Letters).Where(letters => letters.Length > 0).ToList())
            .Where(fragments => fragments.Count > 0)]);

    /// <summary>What the rules of orders say when they refuse: literals of the code, with gaps.</summary>
    private static IEnumerable<string> Rules() =>
        Directory.EnumerateFiles(Repository.File("src", "Grains", "Specialists", "Orders", "Rules"), "*.cs")
            .SelectMany(file => Literal().Matches(File.ReadAllText(file))).Select(literal => literal.Groups[1].Value)
            .Where(literal => literal.Contains(' ', StringComparison.Ordinal)).SelectMany(Sentences.Of);

    private static readonly Lazy<List<string>> s_rules = new(() =>
        [.. Strings(JsonDocument.Parse(File.ReadAllText(Repository.File("src", "Standalone", "DemoShop", "policies.json"))).RootElement).SelectMany(Sentences.Of).Select(Letters)]);

    /// <summary>True when a sentence is one of them.</summary>
    public static bool Has(string sentence, Answer answer)
    {
        var letters = Letters(sentence);
        return Lines(answer).Any(line => letters.StartsWith(line, StringComparison.Ordinal) && letters[line.Length..].All(char.IsDigit)) || s_rules.Value.Exists(rule => letters.EndsWith(rule, StringComparison.Ordinal) && letters.Length - rule.Length <= "notcovered".Length)
            || s_templates.Value.Exists(template => Fits(letters, template));
    }

    /// <summary>Lower-case letters and digits of a text.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> Lines(Answer answer) =>
        answer.Proposal is not { } proposal ? [] : [.. proposal.Lines.Select(line => line.Text).Append(proposal.Summary).SelectMany(line => Sentences.Of(line).Append(line)).Select(Letters)];

    /// <summary>True when the fragments of a template, in their order, leave only short gaps.</summary>
    private static bool Fits(string letters, List<string> template)
    {
        var (at, own) = (0, 0);
        var begins = template[0].Length >= ShortestPiece && letters.StartsWith(template[0], StringComparison.Ordinal);
        foreach (var fragment in template)
        {
            var found = letters.IndexOf(fragment, at, StringComparison.Ordinal);
            if (found < 0 || found - at > LongestGap)
                continue;
            at = found + fragment.Length;
            own += fragment.Length >= ShortestPiece ? fragment.Length : 0;
        }
        return letters.Length - at <= LongestGap && own >= (begins ? FewestAfterBeginning : FewestOwn) && own >= LeastShare * letters.Length;
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\{\{.*?\}\}|\{.*?\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"""((?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Literal();

    /// <summary>What YAML puts around a text.</summary>
    [GeneratedRegex(@"^\s*#.*$|^\w+:( \|)?|^\s*- [""|]?|""\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
