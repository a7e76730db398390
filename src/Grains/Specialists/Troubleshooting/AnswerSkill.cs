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
public sealed class AnswerSkill(IPolicyStore policies) : ISkill
{
    private const string Person = "person";

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
        // How to reach the shop is a record, not a matter of finding the right page.
        if (context.Ask.Intent == Agents.Intents.ContactInformation && FromRules(context, await policies.Current(cancellationToken)) is { } contact)
            return SkillResult.Done(contact);
        var question = Question(context);
        var isPolicy = context.Ask.Intent != Agents.Intents.HowTo;
        var product = isPolicy && context.Ask.Slots.Products is not { Count: > 0 } ? null : KnowledgeLookup.ProductOf(context);
        var hits = await KnowledgeLookup.Find(context, question, product, cancellationToken);
        if (Pick(isPolicy && product is null ? [.. hits.Where(hit => IsOfShop(hit, question))] : hits, isPolicy && product is null) is { } hit)
        {
            var text = AnswerExtractor.Extract(question, hit.Text, hit.Title);
            return SkillResult.Done(context.Say("answer", new { text, source = KnowledgeLookup.Source(hit) })) with
            {
                Citations = [KnowledgeLookup.Cite(hit)],
                Focus = product is null ? null : context.Focus with { ProductId = product },
            };
        }
        if (FromRules(context, await policies.Current(cancellationToken)) is { } known)
            return SkillResult.Done(known);
        return SkillResult.Ask(context.Open("yes_no", context.Say("nothing_fits"), choices: [new Choice { Id = Person, Label = "Ask a person" }]));
    }

    /// <summary>A question about the shop is not answered from the manual of a product that it does not name.</summary>
    private static bool IsOfShop(KnowledgeHit hit, string question) =>
        hit.ProductId is null || Wording.Of(hit.Title).Stems.Intersect(Wording.Of(question).Stems).Any();

    /// <summary>What a policy may lack of the question and still go before a short answer on another page: it says all of it.</summary>
    private const double Leeway = 0.15;

    /// <summary>The shop's own pages answer questions about the shop, before any manual does, and its policies before the rest.</summary>
    private static KnowledgeHit? Pick(IReadOnlyList<KnowledgeHit> hits, bool isAboutShop)
    {
        var best = (isAboutShop ? hits.FirstOrDefault(hit => hit.Kind is KnowledgeKind.Policy or KnowledgeKind.Faq) : null) ?? (hits.Count > 0 ? hits[0] : null);
        return isAboutShop && best?.Kind == KnowledgeKind.Faq
            ? hits.FirstOrDefault(hit => hit.Kind == KnowledgeKind.Policy && hit.Coverage >= best.Coverage - Leeway) ?? best
            : best;
    }

    /// <summary>The ask; the whole message where the ask alone says too little.</summary>
    private static string Question(SkillContext context) =>
        Wording.Of(context.Ask.Ask).Count >= 2 || context.Resuming is not null ? context.Ask.Ask : $"{context.Ask.Ask} {context.Message.Text}";

    private static string? FromRules(SkillContext context, Shop.ShopPolicies rules) => context.Ask.Intent switch
    {
        Agents.Intents.ContactInformation when rules.Contact is { } contact => context.Say("contact", contact),
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
}
