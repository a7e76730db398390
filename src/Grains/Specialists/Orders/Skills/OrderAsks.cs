using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Parts;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Which asks of a message are one, and which one is several.</summary>
public static partial class OrderAsks
{
    private const int ShortReplyWords = 14;

    /// <summary>An ask for each order that was named, and one for what was said of the same order in several clauses.</summary>
    /// <param name="asks">The asks of one skill.</param>
    /// <param name="cut">True when each order has words of its own; false when the same is wanted for all.</param>
    public static IReadOnlyList<UnderstoodRequest> PartByOrder(IReadOnlyList<UnderstoodRequest> asks, bool cut)
    {
        var parted = new List<UnderstoodRequest>();
        foreach (var ask in asks.SelectMany(ask => Part(ask, cut)))
        {
            var last = parted.Count > 0 ? parted[^1] : null;
            if (last is not null && IsSameOrder(last, ask))
                parted[^1] = last with { Ask = $"{last.Ask}; {ask.Ask}", Slots = last.Slots.With(ask.Slots) };
            else
                parted.Add(ask);
        }
        return parted;
    }

    /// <summary>True when an ask of a message that answers a question says more about the same thing.</summary>
    public static bool BelongTo(OpenAsk open, UnderstoodRequest other)
    {
        if (other.Slots.OrderIds is { Count: > 0 } && !open.State.Json.Contains(other.Slots.OrderIds[0], StringComparison.OrdinalIgnoreCase))
            return false;
        if (other.Intent == open.Request.Intent)
            return true;
        var isShort = other.Ask.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= ShortReplyWords;
        return isShort && (other.Agent == AgentNames.Unknown
            || other.Slots is { OrderIds: null, PaymentMethod: not null } && other.Intent is Intents.ChangeOrderPayment or Intents.PaymentMethods or Intents.PaymentPolicy or Intents.RefundStatus
            || IsCorrection().IsMatch(other.Ask) && other.Agent == open.Agent);
    }

    /// <summary>A reason or a payment method in a sentence of its own, which by itself reads like another ask.</summary>
    public static bool Explains(UnderstoodRequest ask, UnderstoodRequest next)
    {
        if (next.Slots.OrderIds?.Any(id => next.Ask.Contains(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase)) == true)
            return false;
        return ask.Intent switch
        {
            Intents.CancelOrder => next.Intent is Intents.UndoAction && ReasonPart.Read(next.Ask, ReasonPart.Usual) is not null,
            Intents.ReturnItems or Intents.ExchangeItems or Intents.ChangeOrderItems =>
                next.Intent is Intents.ChangeOrderPayment or Intents.RefundStatus && next.Slots.PaymentMethod is not null && AboutMoney().IsMatch(next.Ask),
            _ => false,
        };
    }

    /// <summary>"Switch the mouse to wireless via PayPal" changes an item: the payment method is by the way.</summary>
    public static IReadOnlyList<UnderstoodRequest> WithItems(IReadOnlyList<UnderstoodRequest> asks) =>
        [.. asks.Select(ask => ask.Slots.Products?.Any(product => product.ProductId is not null) == true && !Paying().IsMatch(ask.Ask) ? ask with { Intent = Intents.ChangeOrderItems } : ask)];

    private static bool IsSameOrder(UnderstoodRequest one, UnderstoodRequest other)
    {
        var (left, right) = (one.Slots.OrderIds ?? [], other.Slots.OrderIds ?? []);
        return right.Count == 0 && other.Slots.OrderReference is null || left.Count > 0 && left.SequenceEqual(right);
    }

    private static IEnumerable<UnderstoodRequest> Part(UnderstoodRequest ask, bool cut)
    {
        if (ask.Slots.OrderIds is not { Count: > 1 } ids)
            return [ask];
        var places = ids.Select(id => (Id: id, At: ask.Ask.IndexOf(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase))).Where(place => place.At >= 0).OrderBy(place => place.At).ToList();
        if (!cut || places.Count < ids.Count)
            return ids.Select(id => ask with { Slots = ask.Slots with { OrderIds = [id] } });
        // "For #W1, return the lamp; for #W2 the mug" puts the order first, "the lamp from #W1 and the mug from #W2" last.
        var ordersFirst = OrderFirst().IsMatch(ask.Ask[..places[0].At]);
        return places.Select((place, i) => ask with
        {
            Ask = ordersFirst
                ? ask.Ask[(i == 0 ? 0 : Start(ask.Ask, place.At))..(i + 1 < places.Count ? Start(ask.Ask, places[i + 1].At) : ask.Ask.Length)]
                : ask.Ask[(i == 0 ? 0 : End(ask.Ask, places[i - 1]))..(i + 1 < places.Count ? End(ask.Ask, place) : ask.Ask.Length)],
            Slots = ask.Slots with { OrderIds = [place.Id] },
        });
    }

    private static int Start(string text, int at) => Math.Max(0, text.LastIndexOfAny([',', ';', '.', '\n'], at - 1) is var cut and >= 0 ? cut + 1 : at - 1);

    private static int End(string text, (string Id, int At) place) => Math.Min(text.Length, place.At + place.Id.TrimStart('#').Length);

    [GeneratedRegex(@"\b(difference|refund|money|use|put|charge)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutMoney();

    [GeneratedRegex(@"\b(pay|paid|paying|payment|payments|bill|charged?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Paying();

    [GeneratedRegex(@"\b(for|in|on|from|regarding|about|of) (my )?(order )?(number )?#?$|^\s*(my )?(order )?#?$", RegexOptions.IgnoreCase)]
    private static partial Regex OrderFirst();

    [GeneratedRegex(@"^\s*(no|actually|wait|instead|only|just|rather|make (it|that)|use|also|and|sorry|i meant?|but|oh|hmm|plus|please use|put it|refund it|pay)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsCorrection();
}
