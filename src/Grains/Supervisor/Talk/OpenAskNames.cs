using System.Text.RegularExpressions;
using SupportAgents.Agents;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>How customers call an ask that is open: "the cancellation", "that return".</summary>
public static partial class OpenAskNames
{
    /// <summary>True when the text names the ask by what it does.</summary>
    public static bool Named(OpenAsk ask, string text) => ask.Request.Intent switch
    {
        Intents.CancelOrder => Cancellation().IsMatch(text),
        Intents.ReturnItems => Return().IsMatch(text),
        Intents.ExchangeItems or Intents.ChangeOrderItems => Exchange().IsMatch(text),
        Intents.ChangeOrderAddress or Intents.ChangeProfileAddress => text.Contains("address", StringComparison.OrdinalIgnoreCase),
        Intents.ChangeOrderPayment => text.Contains("payment", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>True when the text goes back to it: "so, about that return".</summary>
    public static bool Returns(OpenAsk ask, string text) => About().IsMatch(text) && Named(ask, text);

    [GeneratedRegex(@"\b(about|back to|as for|regarding) (the|that|my|this)\b", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"\bcancel", RegexOptions.IgnoreCase)]
    private static partial Regex Cancellation();

    [GeneratedRegex(@"\breturn", RegexOptions.IgnoreCase)]
    private static partial Regex Return();

    [GeneratedRegex(@"\b(exchange|swap|change|items?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exchange();
}
