using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>The order in which pages are looked at for an answer.</summary>
internal static partial class AnswerPages
{
    /// <summary>What a policy may lack of the question and still go before a short answer on another page: it says all of it.</summary>
    private const double Leeway = 0.15;

    /// <summary>The share from which on it is, whatever the answer says.</summary>
    private const double SurelySame = 0.6;

    /// <summary>What a page on the very subject may lack of the question.</summary>
    private const double SubjectLeeway = 0.25;

    /// <summary>What a page gains for each word of its heading when all of them are asked for; one alone ("Warranty") heads everything.</summary>
    private const double Headed = 0.1;

    /// <summary>The most that it gains so.</summary>
    private const double MostHeaded = 0.3;

    /// <summary>What an introduction loses: it names what other pages tell.</summary>
    private const double Introduction = 0.1;

    /// <summary>The share of a listed question's words that must be asked for it to be the same question.</summary>
    private const double SameQuestion = 0.5;

    /// <summary>An answer of fewer characters says little more than yes or no.</summary>
    private const int Short = 20;

    /// <summary>"How long" asks for many things.</summary>
    private static readonly IReadOnlySet<string> s_figures = SubjectWords.Of("long often soon fast far");

    /// <summary>Pages headed by the question first; of the shop's own, policies before the rest, and all before any manual.</summary>
    /// <param name="hits">What was found, best first.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="isAboutShop">Whether it is about the shop and no product.</param>
    /// <param name="subject">The stem of the word for what the question was understood to be about, as "ship"; null for none.</param>
    public static IReadOnlyList<KnowledgeHit> InOrder(IReadOnlyList<KnowledgeHit> hits, string question, bool isAboutShop, string? subject = null)
    {
        if (!isAboutShop)
        {
            var best = hits.Select(hit => hit.Coverage).DefaultIfEmpty(0).Max();
            return [.. hits.OrderByDescending(hit => Math.Min(Gain(hit, question), hit.Coverage >= best - Leeway ? 1 : 0))];
        }
        var most = hits.Where(IsOfShop).Select(hit => hit.Coverage).DefaultIfEmpty(0).Max();
        var shop = hits.Where(IsOfShop).OrderByDescending(hit => subject is not null && hit.Coverage >= most - SubjectLeeway && SubjectWords.Of(hit.Title).Contains(subject)).ToList();
        if (shop.Count == 0)
            return hits;
        var page = shop.Find(hit => hit.Coverage >= shop[0].Coverage - Leeway && Answers(hit, question, shop))
            ?? (shop[0].Kind == KnowledgeKind.Faq ? shop.Find(hit => hit.Kind == KnowledgeKind.Policy && hit.Coverage >= shop[0].Coverage - Leeway) : null)
            ?? shop[0];
        return [page, .. shop.Where(hit => hit != page), .. hits.Where(hit => !IsOfShop(hit))];
    }

    private static double Gain(KnowledgeHit hit, string question) =>
        (SubjectWords.Count(Heading(hit)) > 1 && !(AnswerExtractor.WantsProcedure(question) && !hit.Text.Split('\n').Any(Sentences.IsItem)) && KnowledgeLookup.HasHeading(hit, question) ? Math.Min(MostHeaded, Headed * SubjectWords.Count(Heading(hit))) : 0) - (Introducing().IsMatch(hit.Section) ? Introduction : 0);

    /// <summary>A question of the list that is this one, with more of an answer than yes or no.</summary>
    private static bool Answers(KnowledgeHit hit, string question, IReadOnlyList<KnowledgeHit> others)
    {
        var asked = SubjectWords.Of(Heading(hit)).Except(s_figures).ToList();
        return hit.Kind == KnowledgeKind.Faq && hit.Text.Length >= Short && asked.Count > 0 && asked.Count(SubjectWords.Of(question).Contains) >= SameQuestion * asked.Count
            && (asked.Count(SubjectWords.Of(question).Contains) >= SurelySame * asked.Count || OpensAlike(Heading(hit), question) || KnowledgeLookup.Tells(hit, question) >= others.Max(other => KnowledgeLookup.Tells(other, question)));
    }

    /// <summary>"Which countries do you ship to?" and "Which countries do you serve?"</summary>
    private static bool OpensAlike(string one, string other)
    {
        var (left, right) = (Tokenizer.Words(one), Tokenizer.Words(other));
        return left.Count > 1 && right.Count > 1 && left[0] == right[0] && left[1] == right[1] && !StopWords.IsStop(left[1]) && !AnswerExtractor.Lacks($"{left[0]} {left[1]}", "");
    }

    private static string Heading(KnowledgeHit hit) => hit.Section.Split(SectionReader.Separator)[^1];

    private static bool IsOfShop(KnowledgeHit hit) => hit.Kind is KnowledgeKind.Policy or KnowledgeKind.Faq;

    [GeneratedRegex(@"^(about|introduction|overview|welcome)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Introducing();
}
