using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Asks;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds why the customer wants to cancel, return or change something, in their own words.</summary>
internal static class ReasonFinder
{
    private static readonly string[] Phrases =
        ["no longer need", "not need", "by mistake", "by accident", "accidentally", "changed my mind", "wrong size", "wrong color", "wrong item",
         "too small", "too big", "too large", "too tight", "too loose", "not fit", "broken", "damaged", "defective", "not work", "cheaper", "not as described", "not like", "mistake", "not want"];

    /// <summary>The words after "because" and the like, a stock phrase, or the explanation beside the ask; null when none was given.</summary>
    public static string? Find(Message message, Ask ask)
    {
        if (!(ask.Intent is Intents.CancelOrder or Intents.ReturnItems or Intents.ExchangeItems or Intents.WarrantyClaim
            or Intents.ChangeOrderAddress or Intents.ChangeOrderItems or Intents.ChangeOrderPayment or Intents.UndoAction or Intents.TalkToHuman or Intents.Complaint))
            return null;
        return After(message, ask.Clause) ?? Phrase(message, ask.Clause)
            ?? ask.Background.Select(clause => Phrase(message, clause)).FirstOrDefault(reason => reason is not null);
    }

    private static string? After(Message message, Clause clause)
    {
        var tokens = message.Tokens;
        for (var i = clause.First; i < clause.Last; i++)
        {
            var next = tokens[i + 1].Text;
            var first = tokens[i].Text switch
            {
                "because" => next == "of" ? i + 2 : i + 1,
                "since" or "as" when next is "i" or "it" or "the" or "my" or "we" or "they" => i + 1,
                "due" when next is "to" => i + 2,
                "reason" or "reasons" => next is "is" or ":" ? i + 2 : i + 1,
                _ => -1,
            };
            if (first < 0 || first > clause.Last)
                continue;
            var last = first;
            while (last < clause.Last && !(tokens[last + 1].Text is "." or "!" or "?" or ";" or "\n"))
                last++;
            return message.Words(first, last);
        }
        return null;
    }

    private static string? Phrase(Message message, Clause clause)
    {
        var words = string.Join(' ', message.Tokens[clause.First..(clause.Last + 1)].Select(token => token.Text));
        var phrase = Phrases.FirstOrDefault(phrase => words.Contains(phrase, StringComparison.Ordinal));
        return phrase is null ? null : Around(message, clause, phrase);
    }

    /// <summary>The part of the clause between commas that holds the phrase.</summary>
    private static string Around(Message message, Clause clause, string phrase)
    {
        var tokens = message.Tokens;
        var start = clause.First;
        for (var i = clause.First; i <= clause.Last + 1; i++)
        {
            if (i <= clause.Last && !(tokens[i].IsPunctuation || tokens[i].Text is "and" or "but"))
                continue;
            if (i > start && string.Join(' ', tokens[start..i].Select(token => token.Text)).Contains(phrase, StringComparison.Ordinal))
                return message.Words(start, i - 1);
            start = i + 1;
        }
        return message.Words(clause.First, clause.Last);
    }
}
