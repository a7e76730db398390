using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds that the customer says no to the thing: "don't cancel it". "I don't want it, cancel it" is no such case.</summary>
internal static class NegationFinder
{
    private const int Reach = 4;

    /// <summary>Whether the intent's own verb is denied.</summary>
    public static bool IsNegated(string intent, Token[] tokens, Clause clause)
    {
        var verbs = Verbs(intent);
        for (var i = clause.First; i < clause.Last && verbs.Length > 0; i++)
        {
            if (!(tokens[i].Text is "not" or "never" or "no" or "without") || IsQuestion(tokens, clause, i))
                continue;
            for (var at = i + 1; at <= clause.Last && at <= i + Reach && !tokens[at].IsPunctuation; at++)
            {
                if (verbs.Contains(tokens[at].Text) && !(tokens[i].Text == "no" && at > i + 1))
                    return true;
            }
        }
        return false;
    }

    /// <summary>"Why not cancel", "can you not cancel", "could not cancel it on the site": not a denial.</summary>
    private static bool IsQuestion(Token[] tokens, Clause clause, int i)
    {
        var before = i > clause.First ? tokens[i - 1].Text : "";
        return before is "why" or "can" or "could" or "if" or "or" || i + 1 <= clause.Last && tokens[i + 1].Text is "only" or "able" || AsksWhy(tokens, clause, i);
    }

    private static bool AsksWhy(Token[] tokens, Clause clause, int i)
    {
        while (i > clause.First && !tokens[i].IsPunctuation)
            i--;
        return tokens[i].Text == "why" || tokens[i].IsPunctuation && tokens[i + 1].Text == "why";
    }

    private static string[] Verbs(string intent) => intent switch
    {
        Intents.CancelOrder => ["cancel", "canceled", "canceling", "cancle"],
        Intents.ReturnItems => ["return", "returning", "refund", "send"],
        Intents.ExchangeItems => ["exchange", "exchanging", "swap", "replace", "replacement"],
        Intents.ChangeOrderAddress or Intents.ChangeOrderItems or Intents.ChangeOrderPayment or Intents.ChangeProfile
            or Intents.ChangeProfileAddress => ["change", "changing", "modify", "update", "switch", "edit"],
        Intents.BuyProduct => ["buy", "order", "purchase"],
        Intents.DeleteMyData => ["delete", "erase", "close", "remove"],
        Intents.TalkToHuman => ["talk", "speak", "transfer"],
        Intents.UndoAction => ["undo", "reverse", "revert"],
        _ => [],
    };
}
