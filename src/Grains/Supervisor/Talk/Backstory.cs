using System.Text.RegularExpressions;
using SupportAgents.Agents;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// "Hi, I just bought the lantern and I'm not sure how bright it is. How many lumens does it have?" Where a thing comes
/// from is told before the question and asks nothing, but it sounds like a purchase or an order. The question is
/// understood without it, and keeps the thing that it names.
/// </summary>
internal static partial class Backstory
{
    /// <summary>What is left is a question of its own when it has more words.</summary>
    private const int LeastWords = 2;

    /// <summary>What is asked, without how the thing was come by; the whole text when it tells nothing of that or asks nothing.</summary>
    public static string Without(string text) =>
        text.TrimEnd().EndsWith('?') && Told().Match(text) is { Success: true } told && text[told.Length..].Trim() is { } asked && asked.Split(' ').Length > LeastWords ? asked : text;

    /// <summary>The question's asks, with the products of the whole message where they name none.</summary>
    public static UnderstoodMessage Complete(UnderstoodMessage question, UnderstoodMessage whole)
    {
        var products = whole.Requests.SelectMany(request => request.Slots.Products ?? []).DistinctBy(product => product.Text).ToList();
        return products.Count == 0 ? question
            : question with { Requests = [.. question.Requests.Select(request => request.Slots.Products is null ? request with { Slots = request.Slots with { Products = products } } : request)] };
    }

    [GeneratedRegex(@"^\W*((hi|hello|hey|good (morning|day|evening|afternoon))( there| all| team)?\W+)?i('ve| have)? (just|recently|lately|newly)( now)? (bought|purchased|received|got|acquired|picked up) ((a|an|my|the|this|your|one of your)\s)?(?![^.!?]*(#|\b(order|parcel|package|delivery|shipment|refund|email|e-mail|message)\b))(?![^.!?,]*\b(broken|damaged|wrong|cracked|defective|missing)\b)[^.!?,]{2,80}?(\s*[.!,]\s*(and |but )?|\s+(and|but)\s+)(?=\S)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
