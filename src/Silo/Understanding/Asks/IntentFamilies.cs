using SupportAgents.Agents;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Groups of intents that matter for joining clauses to asks.</summary>
internal static class IntentFamilies
{
    private static readonly HashSet<string> Courtesies = [Intents.Greeting, Intents.Thanks, Intents.Goodbye, Intents.Capabilities, Intents.Compliment];
    private static readonly HashSet<string> Answers = [Intents.Affirm, Intents.Deny, Intents.NeverMind];
    private static readonly HashSet<string> Troubles = [Intents.OrderProblem, Intents.Troubleshoot, Intents.Complaint];
    private static readonly HashSet<string> Remedies =
        [Intents.ReturnItems, Intents.ExchangeItems, Intents.CancelOrder, Intents.WarrantyClaim, Intents.Troubleshoot, Intents.OrderProblem];
    private static readonly HashSet<string> Tellings =
        [Intents.BuyProduct, Intents.PurchaseHistory, Intents.ProductDetails, Intents.Compliment, Intents.OrderDetails, Intents.OrderStatus, Intents.UpdatePreferences, Intents.HowTo];

    private static readonly HashSet<string> Manifold =
        [Intents.ReturnPolicy, Intents.ShippingPolicy, Intents.PaymentPolicy, Intents.ShopPolicy, Intents.WarrantyTerms, Intents.UpdatePreferences];

    /// <summary>Of which one can ask two different things in one message without naming a thing.</summary>
    public static bool IsManifold(string intent) => Manifold.Contains(intent);

    /// <summary>Greetings, thanks and the like: asks only when nothing else is.</summary>
    public static bool IsCourtesy(string intent) => Courtesies.Contains(intent);

    /// <summary>Words of courtesy that nobody would take for an ask beside another.</summary>
    public static bool IsManners(string intent) => intent is Intents.Greeting or Intents.Thanks or Intents.Goodbye;

    /// <summary>Yes, no, never mind: asks only when nothing else is or when a question is open.</summary>
    public static bool IsAnswer(string intent) => Answers.Contains(intent);

    /// <summary>Something is wrong.</summary>
    public static bool IsTrouble(string intent) => Troubles.Contains(intent);

    /// <summary>What a customer asks for when something is wrong.</summary>
    public static bool IsRemedy(string intent) => Remedies.Contains(intent);

    /// <summary>What reads like an intent and, as a statement beside an ask, only tells how it came to it.</summary>
    public static bool IsTelling(string intent) => Tellings.Contains(intent);
}
