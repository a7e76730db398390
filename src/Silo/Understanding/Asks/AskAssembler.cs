using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Joins classified clauses to the asks of a message.</summary>
internal static class AskAssembler
{
    /// <summary>More asks than the desk works on in one turn.</summary>
    public const int MaxAsks = 12;

    private const double SureOfTopic = 0.5;
    private const double Sure = 0.75;

    /// <summary>Below it an ask beside a sure one is a guess.</summary>
    private const double Guess = 0.25;

    /// <summary>
    /// Leaves out what goes with an ask and is none (greetings, explanations), lets a correction replace what it
    /// corrects, and merges clauses that say the same thing.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="clauses">Its clauses as they were classified.</param>
    /// <param name="awaitsAnswer">Whether a question is open, so that "yes" and "no" mean something.</param>
    public static List<Ask> Assemble(Message message, IReadOnlyList<Ask> clauses, bool awaitsAnswer)
    {
        var asks = new List<Ask>();
        var background = new List<Clause>();
        var hasAsk = clauses.Any(IsSubstance);
        foreach (var clause in clauses)
        {
            if (IsLeftOut(message, clause, clauses, hasAsk, awaitsAnswer))
            {
                if (!IntentFamilies.IsCourtesy(clause.Intent) && !IntentFamilies.IsAnswer(clause.Intent))
                    Background(asks, background, clause.Clause);
                continue;
            }
            var ask = clause with { Background = [.. background] };
            background.Clear();
            if (ask.IsCorrection && asks.Count > 0)
            {
                ask = ask with { Background = [.. asks[^1].Background, asks[^1].Clause, .. ask.Background] };
                asks.RemoveAt(asks.Count - 1);
            }
            Join(message, asks, ask);
        }
        asks = WithoutAsides(asks);
        return asks.Count > MaxAsks ? asks[..MaxAsks] : asks;
    }

    /// <summary>A clause of which nothing is sure, beside an ask that is sure, explains it: it becomes background.</summary>
    private static List<Ask> WithoutAsides(List<Ask> asks)
    {
        if (asks.Count < 2 || !asks.Exists(ask => ask.Confidence > Sure))
            return asks;
        var kept = asks.FindAll(ask => IntentFamilies.IsAnswer(ask.Intent) || ask.Confidence >= Guess);
        var asides = asks.Except(kept).Select(ask => ask.Clause).ToList();
        if (asides.Count > 0)
            kept[0] = kept[0] with { Background = [.. kept[0].Background, .. asides] };
        return kept;
    }

    /// <summary>Whether the clause asks for something that the desk does.</summary>
    public static bool IsSurelyInScope(Ask clause) => clause.Confidence > SureOfTopic && clause.Intent != Intents.OutOfScope && IsSubstance(clause);

    private static bool IsSubstance(Ask clause) => clause.Intent != TrainingSet.Context && !IntentFamilies.IsCourtesy(clause.Intent)
        && !IntentFamilies.IsAnswer(clause.Intent) && !(clause.Intent == Intents.OutOfScope && clause.Confidence < SureOfTopic);

    private static bool IsLeftOut(Message message, Ask clause, IReadOnlyList<Ask> all, bool hasAsk, bool awaitsAnswer)
    {
        if (clause.Intent == TrainingSet.Context)
            return true;
        if (IntentFamilies.IsAnswer(clause.Intent))
            return hasAsk && !awaitsAnswer;
        if (IntentFamilies.IsCourtesy(clause.Intent))
            return hasAsk && !IsMeant(message, clause) || all.Any(other => other != clause && Rank(other) > Rank(clause));
        if (clause.Intent == Intents.OutOfScope)
            return all.Any(other => other != clause && IsSubstance(other)) && (clause.Confidence < SureOfTopic || !clause.IsExplicit);
        return false;
    }

    /// <summary>Praise of more than two words, or a question what the desk can do, is answered also beside another ask; "can you help me?" asks nothing.</summary>
    private static bool IsMeant(Message message, Ask clause) => clause.Confidence > Sure && clause.Clause.Length > 2
        && (clause.Intent == Intents.Compliment || clause.Intent == Intents.Capabilities && AskSigns.OpeningOf(message.Tokens, clause.Clause.First) is Opening.Question);

    /// <summary>Of courtesies alone the weightiest is the ask: "thanks, bye" is a goodbye.</summary>
    private static int Rank(Ask clause) => clause.Intent switch
    {
        Intents.Capabilities => 5,
        Intents.Goodbye => 4,
        Intents.Compliment => 3,
        Intents.Thanks => 2,
        Intents.Greeting => 1,
        _ => 0,
    };

    private static bool Differ(Message message, EntityKind kind, Ask left, Ask right)
    {
        var first = message.Named(kind, left.Clause.First, left.Clause.Last).Select(entity => entity.Value).ToHashSet();
        var second = message.Named(kind, right.Clause.First, right.Clause.Last).Select(entity => entity.Value).ToHashSet();
        return first.Count > 0 && second.Count > 0 && !first.Overlaps(second);
    }

    private static void Background(List<Ask> asks, List<Clause> background, Clause clause)
    {
        if (asks.Count > 0)
            asks[^1] = asks[^1] with { Background = [.. asks[^1].Background, clause] };
        else
            background.Add(clause);
    }

    private static void Join(Message message, List<Ask> asks, Ask ask)
    {
        for (var i = asks.Count - 1; i >= 0; i--)
        {
            if (!CanMerge(message, asks[i], ask))
                continue;
            asks[i] = Merged(asks[i], ask, next: i == asks.Count - 1);
            return;
        }
        asks.Add(ask);
    }

    private static bool CanMerge(Message message, Ask before, Ask ask) => Completes(message, before, ask)
        || before.Intent == ask.Intent && !(IntentFamilies.IsManifold(ask.Intent) && ask.IsExplicit) && !NamesAnother(message, before, ask);

    /// <summary>Whether the second of two clauses asks the same of another thing: "cancel the pink one. Cancel the purple one".</summary>
    private static bool NamesAnother(Message message, Ask before, Ask ask) =>
        Differ(message, EntityKind.Order, before, ask) || Differ(message, EntityKind.Product, before, ask) || Things.NamesOwn(message, before.Clause, ask.Clause);


    /// <summary>"Cancel it and refund me", "return it and put the money on my PayPal": the second half is no ask of its own.</summary>
    private static bool Completes(Message message, Ask before, Ask ask)
    {
        var namesThing = message.Named(EntityKind.Order, ask.Clause.First, ask.Clause.Last).Any()
            || message.Named(EntityKind.Product, ask.Clause.First, ask.Clause.Last).Any();
        if (namesThing)
            return false;
        return (before.Intent, ask.Intent) switch
        {
            (Intents.CancelOrder or Intents.OrderProblem, Intents.ReturnItems) => true,
            (Intents.ReturnItems, Intents.RefundStatus or Intents.ChangeOrderPayment) => !EndsAsQuestion(message, ask),
            (Intents.ExchangeItems or Intents.ChangeOrderItems, Intents.ChangeOrderPayment or Intents.ChangeOrderItems) => true,
            (Intents.Troubleshoot, Intents.HowTo) or (Intents.HowTo, Intents.Troubleshoot) => true,
            _ => false,
        };
    }

    private static bool EndsAsQuestion(Message message, Ask ask) => message.Tokens[ask.Clause.Last].Text == "?";

    private static Ask Merged(Ask before, Ask ask, bool next) => before with
    {
        Clause = next ? new Clause(before.Clause.First, ask.Clause.Last) : before.Clause,
        Confidence = Math.Max(before.Confidence, ask.Intent == before.Intent ? ask.Confidence : 0),
        IsExplicit = before.IsExplicit || ask.IsExplicit,
        Background = next ? [.. before.Background, .. ask.Background] : [.. before.Background, .. ask.Background, ask.Clause],
    };
}
