using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Which asks of a message are one, and which one is several.</summary>
public static partial class OrderAsks
{
    private const int ShortReplyWords = 14;

    /// <summary>An ask for each order that was named, and one for what was said of the same order in several clauses.</summary>
    public static IReadOnlyList<UnderstoodRequest> PartByOrder(IReadOnlyList<UnderstoodRequest> asks)
    {
        var parted = new List<UnderstoodRequest>();
        foreach (var ask in asks.SelectMany(Part))
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

    private static bool IsSameOrder(UnderstoodRequest one, UnderstoodRequest other)
    {
        var (left, right) = (one.Slots.OrderIds ?? [], other.Slots.OrderIds ?? []);
        return right.Count == 0 && other.Slots.OrderReference is null || left.Count > 0 && left.SequenceEqual(right);
    }

    private static IEnumerable<UnderstoodRequest> Part(UnderstoodRequest ask)
    {
        if (ask.Slots.OrderIds is not { Count: > 1 } named)
            return [ask];
        // "… to the address of order #W2" names an order that is not to be changed.
        var target = ask.Intent == Intents.ChangeOrderAddress ? Parts.AddressPart.WithoutSource(ask.Ask) : ask.Ask;
        var ids = named.Where(id => target.Contains(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase)).ToList();
        if (ids.Count is 0 or 1)
            return [ids.Count == 0 ? ask : ask with { Slots = ask.Slots with { OrderIds = ids } }];
        var places = ids.Select(id => (Id: id, At: ask.Ask.IndexOf(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase))).Where(place => place.At >= 0).OrderBy(place => place.At).ToList();
        if (places.Count < ids.Count)
            return ids.Select(id => ask with { Slots = ask.Slots with { OrderIds = [id] } });
        // "For #W1, return the lamp; for #W2 the mug" puts the order first, "the lamp from #W1 and the mug from #W2" last.
        var ordersFirst = OrderFirst().IsMatch(ask.Ask[..places[0].At]);
        return places.Select((place, i) => ask with
        {
            Ask = ordersFirst
                ? ask.Ask[(i == 0 ? 0 : Start(ask.Ask, place.At))..(i + 1 < places.Count ? Start(ask.Ask, places[i + 1].At) : ask.Ask.Length)]
                : ask.Ask[(i == 0 ? 0 : End(ask.Ask, places[i - 1]))..(i + 1 < places.Count ? End(ask.Ask, place) : ask.Ask.Length)],
            // A reason that is given once is given for all.
            Slots = ask.Slots with { OrderIds = [place.Id], Reason = ask.Slots.Reason ?? ask.Ask },
        });
    }

    private static int Start(string text, int at) => Math.Max(0, text.LastIndexOfAny([',', ';', '.', '\n'], at - 1) is var cut and >= 0 ? cut + 1 : at - 1);

    private static int End(string text, (string Id, int At) place) => Math.Min(text.Length, place.At + place.Id.TrimStart('#').Length);

    [GeneratedRegex(@"\b(for|in|on|from|regarding|about|of) (my )?(order )?(number )?#?$|^\s*(my )?(order )?#?$", RegexOptions.IgnoreCase)]
    private static partial Regex OrderFirst();

    [GeneratedRegex(@"^\s*(no|actually|wait|instead|only|just|rather|make (it|that)|use|also|and|sorry|i meant?|but|oh|hmm|plus|please use|put it|refund it|pay)\b", RegexOptions.IgnoreCase)]
    public static partial Regex IsCorrection();
}
