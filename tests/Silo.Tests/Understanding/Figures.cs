using SupportAgents.Agents;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>How well a set of labelled messages was understood.</summary>
public sealed class Figures(IReadOnlyList<(LabelledMessage Message, IReadOnlyList<UnderstoodRequest> Requests)> read)
{
    private const double Sure = 0.8;

    private readonly List<(LabelledMessage Message, IReadOnlyList<UnderstoodRequest> Requests)> _single =
        [.. read.Where(one => one.Message.Asks.Count == 1 && !IsOutside(one.Message))];
    private readonly List<(LabelledMessage Message, IReadOnlyList<UnderstoodRequest> Requests)> _several = [.. read.Where(one => one.Message.Asks.Count > 1)];
    private readonly List<(LabelledMessage Message, IReadOnlyList<UnderstoodRequest> Requests)> _outside = [.. read.Where(one => IsOutside(one.Message))];

    /// <summary>Messages with one ask, with several, and out of scope.</summary>
    public (int Single, int Several, int OutOfScope) Counts => (_single.Count, _several.Count, _outside.Count);

    /// <summary>Share of messages with one ask that give one request, for the right agent.</summary>
    public double AgentRight => Share(_single, one => one.Requests is [var only] && one.Message.Asks[0].Any(intent => Intents.Agent[intent] == only.Agent));

    /// <summary>Share of messages with one ask that give one request, with the right intent.</summary>
    public double IntentRight => Share(_single, IsRight);

    /// <summary>Share of messages with several asks of which each is among the requests.</summary>
    public double AllFound => Share(_several, one => AreFound(one.Message, one.Requests));

    /// <summary>The same, with no request beside them.</summary>
    public double Exactly => Share(_several, one => one.Requests.Count == one.Message.Asks.Count && AreFound(one.Message, one.Requests));

    /// <summary>Share of the messages out of scope that are taken as such.</summary>
    public double OutOfScopeCaught => Share(_outside, one => one.Requests.All(IsRefusal));

    /// <summary>Share of the messages in scope that are taken as out of scope.</summary>
    public double InScopeRefused => Share([.. _single, .. _several], one => one.Requests.All(IsRefusal));

    /// <summary>Requests with a confidence of at least 0.8: their share of all, and the share of them that is right.</summary>
    public (double Share, double Right) Confident
    {
        get
        {
            var all = read.SelectMany(one => one.Requests.Select(request => (one.Message, Request: request))).ToList();
            var sure = all.Where(one => one.Request.Confidence >= Sure).ToList();
            return ((double)sure.Count / all.Count, Share(sure, one => one.Message.Asks.Any(ask => ask.Contains(one.Request.Intent))));
        }
    }

    /// <summary>The commonest mistakes in messages with one ask: the right intent, what it was taken for, how often.</summary>
    public IEnumerable<(string Right, string Taken, int Count)> Confusions => _single.Concat(_outside)
        .Where(one => !IsRight(one))
        .GroupBy(one => (Right: string.Join('/', one.Message.Asks[0]), Taken: string.Join(" + ", one.Requests.Select(request => request.Intent))))
        .Select(group => (group.Key.Right, group.Key.Taken, group.Count())).OrderByDescending(one => one.Item3).ThenBy(one => one.Right, StringComparer.Ordinal);

    /// <summary>The figures as lines to read.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{read.Count} messages: {_single.Count} with one ask, {_several.Count} with several, {_outside.Count} out of scope";
        yield return $"agent right {AgentRight:P1}, intent right {IntentRight:P1}";
        yield return $"all asks found {AllFound:P1}, nothing beside them {Exactly:P1}";
        yield return $"out of scope caught {OutOfScopeCaught:P1}, in scope refused {InScopeRefused:P1}";
        yield return $"confidence of 0.8 or more: {Confident.Share:P1} of the requests, {Confident.Right:P1} of these right";
    }

    private static bool IsRefusal(UnderstoodRequest request) => request.Agent == AgentNames.Unknown;

    private static bool IsOutside(LabelledMessage message) => message.Asks[0].Contains(Intents.OutOfScope);

    private static bool IsRight((LabelledMessage Message, IReadOnlyList<UnderstoodRequest> Requests) one) =>
        one.Requests is [var only] && one.Message.Asks[0].Contains(only.Intent);

    /// <summary>Whether each ask has a request of its own.</summary>
    private static bool AreFound(LabelledMessage message, IReadOnlyList<UnderstoodRequest> requests)
    {
        var left = requests.Select(request => request.Intent).ToList();
        return message.Asks.All(ask => left.FindIndex(ask.Contains) is var at and >= 0 && left.Remove(left[at]));
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> counts) => all.Count == 0 ? 1 : (double)all.Count(counts) / all.Count;
}
