using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds payment methods: "PayPal", "gift card", "the visa ending in 4242", or an id such as "paypal_123".</summary>
internal static class PaymentFinder
{
    /// <summary>Payment methods in the customer's words, lower case.</summary>
    public static IEnumerable<Entity> Find(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var last = EndOf(tokens, i);
            if (last < i)
                continue;
            var end = EndingIn(tokens, last);
            yield return new Entity(EntityKind.Payment, i, end, string.Join(' ', tokens[i..(end + 1)].Select(token => token.Text)));
            i = end;
        }
    }

    /// <summary>Index of the last token of the method that starts here, or -1.</summary>
    private static int EndOf(Token[] tokens, int i)
    {
        var word = tokens[i].Text;
        if (word.Contains('_') && (word.StartsWith("credit_card", StringComparison.Ordinal)
            || word.StartsWith("paypal", StringComparison.Ordinal) || word.StartsWith("gift_card", StringComparison.Ordinal)
            || word.StartsWith("debit_card", StringComparison.Ordinal)))
            return i;
        var next = i + 1 < tokens.Length ? tokens[i + 1].Text : "";
        var hasCard = next is "card" or "cards" or "account";
        return word switch
        {
            "gift" or "credit" or "debit" when next is "card" or "cards" => i + 1,
            "visa" or "mastercard" or "amex" => hasCard ? i + 1 : i,
            "paypal" => i,
            "pay" when next is "pal" => i + 1,
            "giftcard" or "giftcards" or "creditcard" => i,
            "store" or "website" or "site" when next is "credit" => i + 1,
            "original" when next is "payment" or "method" or "card" =>
                next == "payment" && i + 2 < tokens.Length && tokens[i + 2].Text is "method" or "form" ? i + 2 : i + 1,
            "card" when EndingIn(tokens, i) > i => i,
            _ => -1,
        };
    }

    private static int EndingIn(Token[] tokens, int last)
    {
        var at = last + 1;
        var filler = false;
        while (at < tokens.Length && at <= last + 5 && tokens[at].Text is "ending" or "ends" or "that" or "in" or "with" or "last" or "four" or "digits")
        {
            filler |= tokens[at].Text is "ending" or "ends" or "digits";
            at++;
        }
        return filler && at < tokens.Length && tokens[at].IsNumber && tokens[at].Text.Length is >= 2 and <= 4 ? at : last;
    }
}
