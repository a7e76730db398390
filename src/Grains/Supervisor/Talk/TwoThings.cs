using System.Text.RegularExpressions;
using SupportAgents.Agents;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>"My blender leaks and my watch doesn't charge" is two troubles, though it is one sentence.</summary>
internal static partial class TwoThings
{
    /// <summary>The ask, or one for each thing when it tells of two that are the customer's own.</summary>
    public static IEnumerable<UnderstoodRequest> Part(UnderstoodRequest request)
    {
        if (request.Intent != Intents.Troubleshoot || request.Slots.Products is not { Count: > 1 } products)
            return [request];
        var parts = And().Split(request.Ask);
        var named = parts.Select(part => products.Where(product => Theirs().IsMatch(part) && part.Contains(product.Text, StringComparison.OrdinalIgnoreCase)).ToList()).ToList();
        return parts.Length < 2 || named.Exists(one => one.Count == 0) ? [request]
            : parts.Select((part, number) => request with { Ask = part.Trim(), Slots = request.Slots with { Products = named[number] } });
    }

    [GeneratedRegex(@",?\s+and\s+(?=(my|our)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(my|our)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Theirs();
}
