using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// Looks into the knowledge base before an ask is declined, asked back or taken for somebody's own order: what a page
/// plainly answers is a question to the pages, and a fault that a guide describes is trouble.
/// </summary>
public sealed partial class KnowledgeReading(IKnowledgeIndex knowledge, ICatalogStore catalog)
{
    /// <summary>An ask that was understood with less than this is in doubt.</summary>
    private const double Sure = 0.6;

    /// <summary>The share of an ask in doubt that a page must have.</summary>
    private const double Plain = 0.6;

    /// <summary>The same for a question that speaks of nobody's own things.</summary>
    private const double General = 0.5;

    /// <summary>The share of an ask that is out of scope or of the catalogue that the pages of the very product must have.</summary>
    private const double Own = TroubleshootingTools.Fits;
    private const double OwnFacts = 0.75;

    /// <summary>What was read here is neither asked back nor taken for an answer to something else.</summary>
    private const double Confidence = 0.75;

    private const int Hits = 5;

    /// <summary>What a general question may be taken for: something of the customer's own, or a purchase.</summary>
    private static readonly HashSet<string> s_ownAffairs =
    [
        Intents.CancelOrder, Intents.ReturnItems, Intents.ExchangeItems, Intents.UndoAction, Intents.RefundStatus, Intents.TrackOrder, Intents.OrderStatus,
        Intents.ChangeOrderAddress, Intents.ChangeOrderItems, Intents.ChangeOrderPayment, Intents.WarrantyClaim, Intents.WarrantyCheck, Intents.BuyProduct, Intents.OrderProblem, Intents.DeliveryTime,
    ];

    private static readonly HashSet<string> s_ofProducts = [Intents.ProductDetails, Intents.OutOfScope, Intents.Capabilities];

    /// <summary>What the catalogue tells of every product, and words that ask for it.</summary>
    private static readonly IReadOnlySet<string> s_catalogue = SubjectWords.Of("price cost costs much expensive cheap colour color colours colors stock available availability version versions variant variants detail details info information description rating review reviews brand buy order difference compare better sell");

    /// <summary>The asks, those that the pages settle with what they were found to be.</summary>
    public async Task<UnderstoodMessage> Read(CustomerMessage message, UnderstoodMessage understood, DialogueState dialogue, CancellationToken cancellationToken)
    {
        var spokenOf = dialogue.Focus.ProductId is { } id ? await catalog.Find(id, cancellationToken) : null;
        var isAnswering = dialogue.OpenAsks.Any(ask => ask.Awaiting is not (OpenAsk.Deferred or OpenAsk.Offer));
        var read = new List<UnderstoodRequest>();
        foreach (var request in understood.Requests)
        {
            // Of what was understood as one ask every word counts, also those that the understanding left out.
            var text = (understood.Requests.Count == 1 ? message.Text : request.Ask).Trim();
            read.Add(understood.Requests.Count > 1 && IsFragment(request, text) ? request : await Read(spokenOf is null ? request : Refer(request, spokenOf), text, spokenOf, isAnswering, cancellationToken));
        }
        return understood with { Requests = read };
    }

    /// <summary>"The power bank", where one is spoken of, means that one.</summary>
    private static UnderstoodRequest Refer(UnderstoodRequest request, Product spokenOf) =>
        request.Slots.Products is not { } products || (request.Agent != AgentNames.Troubleshooting && !s_ofProducts.Contains(request.Intent)) ? request
        : request with
        {
            Slots = request.Slots with
            {
                Products = [.. products.Select(mention => SubjectWords.Of(mention.Text) is { Count: > 0 } words && words.IsSubsetOf(SubjectWords.Of($"{spokenOf.Brand} {spokenOf.Name}")) ? mention with { ProductId = spokenOf.Id } : mention)],
            },
        };

    private async Task<UnderstoodRequest> Read(UnderstoodRequest request, string text, Product? spokenOf, bool isAnswering, CancellationToken cancellationToken)
    {
        if (request.Slots is { OrderIds.Count: > 0 } or { OrderReference: not null } || SubjectWords.Count(text) < (spokenOf is null ? 2 : 1))
            return request;
        var isQuestion = text.EndsWith('?') || Asking().IsMatch(text);
        if (request.Intent == Intents.Troubleshoot && Steps().IsMatch(text) && !TellsTrouble(text))
            return request with { Intent = Intents.HowTo };
        var isGeneral = isQuestion && s_ownAffairs.Contains(request.Intent) && request.Slots.Products is null && Impersonal().IsMatch(text) && !Personal().IsMatch(Impersonal().Replace(text, ""));
        var isInDoubt = (request.Confidence < Sure && request.Intent is not (Intents.TalkToHuman or Intents.Affirm or Intents.Deny)) || IsNobodys(request);
        // What is told, and not asked, while a question is open answers that.
        if (isAnswering && !isQuestion)
            return request;
        var isListed = isQuestion && s_ownAffairs.Contains(request.Intent) && Listed().IsMatch(text);
        if (SubjectWords.Count(text) > 1 && (isGeneral || isInDoubt || isListed))
        {
            var hits = await knowledge.Search(new KnowledgeQuery { Text = text, Limit = Hits }, cancellationToken);
            if (isListed && hits.Any(hit => hit.Kind == KnowledgeKind.Faq && IsSame(hit, text)))
                return As(request, Intents.ShopPolicy);
            if (isGeneral && hits.Any(hit => IsOfShop(hit) && hit.Coverage >= General))
                return As(request, Intents.ShopPolicy);
            if (isInDoubt && hits.FirstOrDefault(hit => hit.Coverage >= Plain) is { } fitting)
                return Found(request, text, isQuestion, hits, fitting);
        }
        return await IsOfProduct(request, text, isQuestion, spokenOf, cancellationToken) ? As(request, Intents.HowTo) : request;
    }

    private static UnderstoodRequest Found(UnderstoodRequest request, string text, bool isQuestion, IReadOnlyList<KnowledgeHit> hits, KnowledgeHit fitting) =>
        isQuestion && !TellsTrouble(text) ? As(request, IsOfShop(fitting) && request.Slots.Products is null ? Intents.ShopPolicy : Intents.HowTo)
        : request.Slots.Products is not null || hits.Any(hit => hit.Kind == KnowledgeKind.Guide && hit.Coverage >= Plain) ? As(request, Intents.Troubleshoot)
        : request;

    /// <summary>Whether the pages of the product that is named or spoken of answer what nobody else does, or what the catalogue does not tell.</summary>
    private async Task<bool> IsOfProduct(UnderstoodRequest request, string text, bool isQuestion, Product? spokenOf, CancellationToken cancellationToken)
    {
        var isNobodys = IsNobodys(request);
        var isFact = isQuestion && request.Intent == Intents.ProductDetails;
        var isProcedure = isQuestion && request.Intent is Intents.WarrantyClaim or Intents.WarrantyCheck && Procedure().IsMatch(text) && !Personal().IsMatch(text);
        if (!isNobodys && !isFact && !isProcedure)
            return false;
        var mention = ProductMentions.Main(request.Slots, text);
        var product = mention?.ProductId is { } named && named != spokenOf?.Id ? await catalog.Find(named, cancellationToken) : spokenOf;
        if (product is null || (isFact && !IsBeyondCatalogue(text, product)))
            return false;
        var own = await knowledge.Search(new KnowledgeQuery { Text = text, ProductId = product.Id, Limit = 1 }, cancellationToken);
        return own is [{ } best] && best.Coverage >= (isFact ? OwnFacts : Own)
            || isFact && (await knowledge.Search(new KnowledgeQuery { Text = text, Limit = 1 }, cancellationToken)) is [{ } page] && IsOfShop(page) && page.Coverage >= OwnFacts;
    }

    /// <summary>"… and the Duo?" beside a whole ask says more of that; the talk puts it there.</summary>
    private static bool IsFragment(UnderstoodRequest request, string text) =>
        request is { Confidence: < DialogueRouter.Unsure, Alternative: not null } && !Asking().IsMatch(text) && !TellsTrouble(text);

    /// <summary>Nobody would do more with it than to decline it, or to tell what the desk can do.</summary>
    private static bool IsNobodys(UnderstoodRequest request) => request.Intent is Intents.OutOfScope or Intents.Capabilities;

    /// <summary>A listed question that is this one, in nearly the same words.</summary>
    private static bool IsSame(KnowledgeHit hit, string text)
    {
        var (heading, asked) = (SubjectWords.Of(hit.Section.Split(SectionReader.Separator)[^1]), SubjectWords.Of(text));
        return heading.Count > 1 && heading.IsSubsetOf(asked) && heading.Count >= Plain * asked.Count;
    }

    private static bool IsBeyondCatalogue(string text, Product product)
    {
        var asked = SubjectWords.Of(text).Except(SubjectWords.Of($"{product.Brand} {product.Name}")).ToList();
        var told = SubjectWords.Of($"{product.Description} {string.Join(' ', product.Variants.SelectMany(variant => variant.Options.Keys))}");
        return asked.Count > 0 && !asked.Exists(s_catalogue.Contains) && !asked.TrueForAll(told.Contains);
    }

    private static bool IsOfShop(KnowledgeHit hit) => hit.Kind is KnowledgeKind.Policy or KnowledgeKind.Faq;

    /// <summary>What the understanding took for a question to the pages stays the kind of question that it is.</summary>
    private static UnderstoodRequest As(UnderstoodRequest request, string intent)
    {
        var isKind = request.Agent == AgentNames.Troubleshooting && (intent == Intents.Troubleshoot) == (request.Intent == Intents.Troubleshoot);
        return request with
        {
            Agent = AgentNames.Troubleshooting,
            Intent = isKind && request.Intent is not (Intents.WarrantyClaim or Intents.WarrantyCheck) ? request.Intent : intent,
            Confidence = Math.Max(request.Confidence, Confidence),
            Alternative = null,
        };
    }

    [GeneratedRegex(@"^\W*((and|so|but|hi|hello|hey|ok|okay|also)\W+)*(who|what|when|where|which|why|how|can|could|may|do|does|is|are|will|would|should|until)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    /// <summary>Questions as a list of questions has them; "how do I" and "where is" are asked to have it done.</summary>
    [GeneratedRegex(@"^\W*((and|so|but|hi|hello|hey|ok|okay|also)\W+)*(why|what|which|when|do|does|is|are|can|may|must)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();

    /// <summary>Questions after what holds for everybody; where and when something is are asked of one's own.</summary>
    [GeneratedRegex(@"^\W*((and|so|but|hi|hello|hey|ok|okay|also)\W+)*(who\b|until when\b|is it (possible|allowed)\b|are there\b|what happens\b|does (a|an|the)\b|do (i|you|we) (need|have to)\b|can (a|an|the|somebody|someone|anybody)\b|can i buy\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Impersonal();

    /// <summary>"I'm not sure how to charge it" tells of no trouble.</summary>
    private static bool TellsTrouble(string text) => Trouble().IsMatch(NotKnowing().Replace(text, ""));

    [GeneratedRegex(@"\b((am|was|'m) not (quite |really )?(sure|certain|clear)|(don'?t|do not) (quite |really )?(know|understand))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotKnowing();

    /// <summary>"Charging via USB steps?"</summary>
    [GeneratedRegex(@"\b(steps|instructions)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b(procedure|process|steps|how (do|does|can|to)|what (do|does))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"\b(my|mine|our|this|that|it|these|those|them|me)\b|#", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();

    [GeneratedRegex(@"\b(not|no longer|won'?t|doesn'?t|can'?t|cannot|isn'?t|don'?t|stop(s|ped)|broken?|fail(s|ed)?|fault\w*|error|problem|wrong|leak(s|ing|ed)?|smok\w+|noise|noisy)\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Trouble();
}
