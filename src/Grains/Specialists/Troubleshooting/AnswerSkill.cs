using System.Globalization;
using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// Questions that documents answer: how-to, policies, warranty terms, contact. The answer is sentences of the best
/// section, word for word, with its citation; where no section fits, the shop's rules as data, else a person is offered.
/// </summary>
public sealed partial class AnswerSkill(IPolicyStore policies) : ISkill
{
    private const string Person = "person";

    /// <summary>Pages that are looked at for one that answers.</summary>
    private const int Candidates = 4;

    /// <summary>The share of a question about the shop that a manual's page must have.</summary>
    private const double Plainly = 0.7;

    private static readonly IReadOnlySet<string> s_returning = SubjectWords.Of("return returns policy policies window work works rules conditions period long days");

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } =
    [
        Agents.Intents.HowTo, Agents.Intents.WarrantyTerms, Agents.Intents.ReturnPolicy, Agents.Intents.ShippingPolicy,
        Agents.Intents.PaymentPolicy, Agents.Intents.ShopPolicy, Agents.Intents.ContactInformation,
    ];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Resuming is not null && OfferedPerson(context) is { } settled)
            return settled;
        var rules = await policies.Current(cancellationToken);
        var question = Question(context);
        // How to reach the shop is a record, not a matter of finding the right page.
        if (context.Ask.Intent == Agents.Intents.ContactInformation && rules.Contact is { } contact && ContactKeys.Of(question, contact) is { } key)
            return SkillResult.Done(context.Say(key, contact));
        if (await AnswerParts(context, question, rules, cancellationToken) is { } parts)
            return parts;
        // "And to a credit card?", "is that the same for gold members?" go on with what was asked before.
        var before = context.Task.Dialogue.Last is { } last && Intents.Contains(last.Request.Intent) ? last.Request.Ask : null;
        if (before is not null && GoesOn().IsMatch(question) && await Answer(context, question, rules, cancellationToken, before) is { } further)
            return further;
        if (await Answer(context, question, rules, cancellationToken) is { } answer)
            return answer;
        if (before is not null && await Answer(context, question, rules, cancellationToken, before) is { } later)
            return later;
        if (FromRules(context, rules) is { } known)
            return SkillResult.Done(known);
        return SkillResult.Ask(context.Open("yes_no", context.Say("nothing_fits"), choices: [new Choice { Id = Person, Label = "Ask a person" }]));
    }

    /// <summary>"Do gift cards expire, and until when can I phone you?": each question by itself, when there is an answer to each.</summary>
    private static async Task<SkillResult?> AnswerParts(SkillContext context, string question, Shop.ShopPolicies rules, CancellationToken cancellationToken)
    {
        var parts = NextQuestion().Split(question);
        if (parts.Length < 2 || parts.Any(part => SubjectWords.Count(part) == 0))
            return null;
        var answers = new List<SkillResult>();
        foreach (var part in parts)
        {
            var answer = rules.Contact is { } contact && ContactKeys.OfPlain(part, contact) is { } key ? SkillResult.Done(context.Say(key, contact))
                : await Answer(context, part, rules, cancellationToken);
            if (answer is null)
                return null;
            answers.Add(answer);
        }
        return answers[^1] with
        {
            Reply = string.Join("\n\n", answers.Select(answer => answer.Reply)),
            Citations = [.. answers.SelectMany(answer => answer.Citations).Distinct()],
        };
    }

    private static async Task<SkillResult?> Answer(SkillContext context, string asked, Shop.ShopPolicies rules, CancellationToken cancellationToken, string? before = null)
    {
        var question = before is null ? asked : $"{before} {asked}";
        var isPolicy = context.Ask.Intent != Agents.Intents.HowTo;
        var product = isPolicy && context.Ask.Slots.Products is not { Count: > 0 } ? null : await KnowledgeLookup.Meant(context, question, KnowledgeLookup.ProductOf(context), cancellationToken);
        var isAboutShop = isPolicy && product is null;
        var hits = await KnowledgeLookup.Find(context, question, product, cancellationToken);
        // What the shop does with a thing is no matter of how the thing is used.
        if (isPolicy)
            hits = [.. hits.Where(hit => hit.Kind is KnowledgeKind.Policy or KnowledgeKind.Faq || hit.Coverage >= Plainly)];
        var pages = AnswerPages.InOrder(isAboutShop ? [.. hits.Where(hit => IsOfShop(hit, question))] : hits, question, isAboutShop, Subject(context.Ask.Intent));
        // Where the shop has no page on it, the pages of the thing that is spoken of may.
        if (before is not null)
            pages = [.. pages.OrderByDescending(hit => KnowledgeLookup.Tells(hit, asked))];
        if (pages.Count == 0 && isAboutShop && context.Focus.ProductId is { } spokenOf)
        {
            product = spokenOf;
            pages = AnswerPages.InOrder([.. (await KnowledgeLookup.Find(context, question, spokenOf, cancellationToken)).Where(hit => hit.ProductId == spokenOf)], question, isAboutShop: false);
        }
        // A page whose title alone has words of the question says nothing to it.
        var answers = pages.Where(hit => KnowledgeLookup.Tells(hit, question) > 0 || (Subject(context.Ask.Intent) is { } subject && SubjectWords.Of(hit.Title).Contains(subject))).Take(Candidates).Select(hit => (Hit: hit, Text: AnswerExtractor.Extract(before is null ? question : asked, hit.Text, hit.Title))).ToList();
        if (answers.Count == 0)
            return null;
        var (best, text) = answers.Find(one => !AnswerExtractor.Lacks(question, one.Text) && !LeavesOut(context, question, one.Text, rules)) is { Text: not null } full ? full : answers[0];
        return SkillResult.Done(context.Say("answer", new { text, source = KnowledgeLookup.Source(best) })) with
        {
            Citations = [KnowledgeLookup.Cite(best)],
            Focus = product is null ? null : context.Focus with { ProductId = product },
        };
    }

    private static string? Subject(string intent) => intent switch
    {
        Agents.Intents.PaymentPolicy => "payment",
        Agents.Intents.ShippingPolicy => "ship",
        Agents.Intents.ReturnPolicy => "return",
        Agents.Intents.WarrantyTerms => "warranti",
        _ => null,
    };

    /// <summary>An answer on the return policy as a whole, or on its time, names the days.</summary>
    private static bool LeavesOut(SkillContext context, string question, string text, Shop.ShopPolicies rules) =>
        context.Ask.Intent == Agents.Intents.ReturnPolicy && rules.ReturnWindowDays is { } days
        && (AnswerExtractor.Lacks(question, "") || SubjectWords.Of(question).IsSubsetOf(s_returning))
        && !text.Contains(string.Create(CultureInfo.InvariantCulture, $"{days} days"), StringComparison.OrdinalIgnoreCase);

    /// <summary>A question about the shop is not answered from the manual of a product that it does not name.</summary>
    private static bool IsOfShop(KnowledgeHit hit, string question) =>
        hit.ProductId is null || Wording.Of(hit.Title).Stems.Intersect(Wording.Of(question).Stems).Any();

    /// <summary>The ask; the whole message where the ask alone says too little.</summary>
    private static string Question(SkillContext context) =>
        Wording.Of(context.Ask.Ask).Count >= 2 || context.Resuming is not null ? context.Ask.Ask : $"{context.Ask.Ask} {context.Message.Text}";

    private static string? FromRules(SkillContext context, Shop.ShopPolicies rules) => context.Ask.Intent switch
    {
        Agents.Intents.ReturnPolicy when rules.ReturnWindowDays is { } days => context.Say("return_window", new { days }),
        Agents.Intents.WarrantyTerms when rules.Warranty is { DefaultMonths: not null } terms => context.Say("warranty_terms", terms),
        _ => null,
    };

    private static SkillResult? OfferedPerson(SkillContext context)
    {
        if (context.Message.Choice == Person || context.Request.Intent is Agents.Intents.Affirm or Agents.Intents.TalkToHuman)
            return SkillResult.HandOff(context.Say("handed_off"), $"No document answers: {context.Ask.Ask.Trim()}");
        return context.Request.Intent is Agents.Intents.Deny ? SkillResult.Done(context.Say("left_open")) : null;
    }

    [GeneratedRegex(@"^\W*(and|what about|how about)\b.{0,40}$|\b(that|this|then|same|they|them)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@",?\s+and\s+(?=(?:what|when|how|until|which|where|who|do|does|can|is|are)\b)|,\s+(?=(?:what|when|how|until|which|where|who|do|does|can|is|are)\b)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextQuestion();
}
