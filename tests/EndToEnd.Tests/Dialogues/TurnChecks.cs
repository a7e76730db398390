using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>What an answer lacks of what its turn expects.</summary>
internal static class TurnChecks
{
    public static IEnumerable<string> Faults(Turn turn, Answer answer)
    {
        if (turn.Status is { } status && status != answer.Status)
            yield return $"the status is {Name(answer.Status)}, not {Name(status)}";
        foreach (var agent in (turn.Agents ?? []).Except(answer.Requests.Select(request => request.Agent)))
            yield return $"{agent} took no part";
        if (turn.Requests is { } requests && !Match(requests, answer.Requests))
            yield return $"the requests are {Told(answer.Requests)}, not {string.Join(", ", requests)}";
        foreach (var words in turn.Has ?? [])
        {
            if (!words.Split("||", StringSplitOptions.TrimEntries).Any(one => Has(answer.Reply, one)))
                yield return $"the reply lacks “{words}”";
        }
        foreach (var words in turn.HasNot ?? [])
        {
            if (Has(answer.Reply, words))
                yield return $"the reply has “{words}”";
        }
        if (turn.Proposal is { } proposal && (proposal.Kind != answer.Proposal?.Kind || proposal.Amount is { } amount && amount != answer.Proposal.Amount))
            yield return $"the proposal is {answer.Proposal?.Kind ?? "none"} {answer.Proposal?.Amount}, not {proposal.Kind} {proposal.Amount}";
        if (Choices(turn.Choices, answer.Choices) is { } fault)
            yield return fault;
        foreach (var cited in (turn.Citations ?? []).Where(cited => !answer.Citations.Any(one => Has($"{one.Title} > {one.Section}", cited))))
            yield return $"“{cited}” is not cited but {string.Join("; ", answer.Citations.Select(one => $"{one.Title} > {one.Section}"))}";
    }

    /// <summary>The requests as a script writes them.</summary>
    public static string Told(IEnumerable<RequestLine> requests) => string.Join(", ", requests.Select(Told));

    private static string Told(RequestLine line) => $"{line.Intent}:{Name(line.Status)}";

    private static bool Match(IReadOnlyList<string> expected, IReadOnlyList<RequestLine> found)
    {
        var left = found.ToList();
        return expected.All(one => left.FindIndex(line => line.Intent == one || Told(line) == one) is >= 0 and var at && Remove(left, at)) && left.Count == 0;
    }

    private static bool Remove(List<RequestLine> lines, int at)
    {
        lines.RemoveAt(at);
        return true;
    }

    private static string? Choices(JsonNode? expected, IReadOnlyList<Choice> found)
    {
        var labels = string.Join("; ", found.Select(choice => choice.Label));
        return expected switch
        {
            JsonValue number when number.GetValue<int>() != found.Count => $"there are {found.Count} choices, not {number}: {labels}",
            JsonArray parts when parts.FirstOrDefault(part => !found.Any(choice => Has(choice.Label, $"{part}"))) is { } missing => $"no choice has “{missing}”: {labels}",
            _ => null,
        };
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
