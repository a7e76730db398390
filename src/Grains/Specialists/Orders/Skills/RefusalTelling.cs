using System.Globalization;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Parts;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Tells a refusal: the rule, the facts, and the nearest thing that is allowed, as a question or as an offer.</summary>
public sealed class RefusalTelling(ChangeDraft draft, string intent)
{
    private static readonly HashSet<string> s_told = ["delivered_at", "last_day", "balance", "amount", "done_at"];

    private SkillContext Context => draft.Context;

    /// <summary>Asks again for the fact that was refused where another would do; else declines.</summary>
    public SkillResult Tell(Refusal refusal, Func<(IFormPart Part, FormQuestion Question), SkillResult> ask)
    {
        if (refusal.Code.StartsWith("insufficient_gift_card", StringComparison.Ordinal) || refusal.Code.Contains("payment_method", StringComparison.Ordinal) || refusal.Code == "refund_route_not_allowed")
        {
            var part = new PaymentPart(intent switch
            {
                Agents.Intents.ReturnItems => PaymentUse.Refund,
                Agents.Intents.ChangeOrderPayment => PaymentUse.Instead,
                _ => PaymentUse.Difference,
            });
            var refused = draft.Form.PaymentMethodId;
            (draft.Form, draft.Methods) = (draft.Form with { PaymentMethodId = null }, []);
            draft.Remark = Context.Say("payment_refused", new { rule = refusal.Rule, method = refused is null ? null : OrderWords.Method(refused, draft.Customer), refusal.Facts });
            var others = (draft.Customer.PaymentMethods ?? []).Where(method => method.Id != refused).ToList();
            var question = others.Count > 0 ? part.Ask(draft, refused) : null;
            return question is null ? Told(refusal) : ask((part, question));
        }
        if (refusal.Code == "invalid_address")
        {
            draft.Form = draft.Form with { Address = null };
            draft.Remark = refusal.Rule;
            var part = new AddressPart(intent == Agents.Intents.ChangeProfileAddress);
            return ask((part, part.Missing(draft)!));
        }
        if (refusal.Code == "new_item_not_found_or_available")
        {
            draft.Form = draft.Form with { Units = [.. (draft.Form.Units ?? []).Select(unit => unit with { NewVariantId = null })] };
            var part = new VariantsPart();
            return part.Missing(draft) is { } question ? ask((part, question)) : Told(refusal);
        }
        return Told(refusal);
    }

    /// <summary>Declines, with what can be done instead as choices.</summary>
    public SkillResult Told(Refusal refusal)
    {
        var order = draft.Order;
        var reply = Context.Say("refused", new
        {
            rule = refusal.Rule,
            id = order?.Id,
            status = order is null ? null : OrderWords.Status(order.Status),
            facts = Facts(refusal),
            nearest = order is null ? null : Nearest(order),
        });
        var result = SkillResult.Declined(reply, Reason(refusal)) with { Open = NextSteps.Offer(Context, order, reply, intent) };
        return order is null ? result : result with { Focus = OrderQuestion.FocusOn(Context, [order]) };
    }

    private string Nearest(Order order) => Context.Say($"possible_{OrderWords.Key(order.Status)}");

    /// <summary>The facts that the customer does not know from the sentence: dates, amounts, balances.</summary>
    private IReadOnlyList<string> Facts(Refusal refusal) =>
        [.. refusal.Facts.Where(fact => s_told.Contains(fact.Key)).Select(fact => Context.Say($"fact_{fact.Key}", new { value = Readable(fact.Value) }))];

    /// <summary>A date, an amount, or the text as it is.</summary>
    private static string Readable(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && value.Contains('-', StringComparison.Ordinal) ? ReplyHelpers.Format(date)
        : decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? ReplyHelpers.Format(Money.FromDecimal(amount))
        : value;

    private static string Reason(Refusal refusal) =>
        refusal.Facts.Count == 0 ? refusal.Rule : $"{refusal.Rule} ({string.Join(", ", refusal.Facts.Select(fact => $"{fact.Key.Replace('_', ' ')}: {fact.Value}"))})";
}
