using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// "My plug won't join the Wi-Fi. Its light blinks blue" is one trouble, though it is two sentences: what goes on telling,
/// and names no other thing, belongs to what was told before it.
/// </summary>
internal static class OneTrouble
{
    /// <summary>The asks, each trouble with all that is told of it.</summary>
    public static IEnumerable<UnderstoodRequest> Join(IEnumerable<UnderstoodRequest> requests)
    {
        var joined = new List<UnderstoodRequest>();
        foreach (var request in requests)
        {
            if (joined.Count > 0 && Continues(joined[^1], request))
                joined[^1] = Join(joined[^1], request);
            else
                joined.Add(request);
        }
        return joined;
    }

    private static bool Continues(UnderstoodRequest before, UnderstoodRequest next) =>
        IsTrouble(before) && next.Intent is Intents.Troubleshoot or Intents.OrderProblem && !next.Ask.TrimEnd().EndsWith('?')
        && next.Slots is { Products: null, OrderIds: null, OrderReference: null };

    /// <summary>An outburst tells of a trouble when it names the thing.</summary>
    private static bool IsTrouble(UnderstoodRequest request) =>
        request.Intent is Intents.Troubleshoot or Intents.WarrantyClaim || (request.Intent is Intents.Complaint or Intents.OrderProblem && request.Slots.Products is not null);

    /// <summary>A claim stays a claim and what came wrong stays that; an outburst is about the trouble.</summary>
    private static UnderstoodRequest Join(UnderstoodRequest before, UnderstoodRequest next)
    {
        var kind = before.Intent == Intents.Complaint ? next : before;
        return kind with
        {
            Ask = $"{before.Ask.Trim()}. {next.Ask.Trim()}",
            Slots = before.Slots.With(next.Slots),
            Confidence = Math.Max(before.Confidence, next.Confidence),
            Alternative = null,
        };
    }
}
