using SupportAgents.Bench.Faults.Catalogue;
using SupportAgents.Bench.Faults.Load;
using SupportAgents.Bench.Faults.Shop;
using SupportAgents.Conversations;

namespace SupportAgents.Bench.Faults.Report;

/// <summary>What the customers saw of one fault, from its beginning to that of the next.</summary>
internal sealed record FaultRow
{
    /// <summary>The fault.</summary>
    public required Fault Fault { get; init; }

    /// <summary>Messages first sent in that time.</summary>
    public required int Messages { get; init; }

    /// <summary>Cancellations that customers were told are done.</summary>
    public required int Changes { get; init; }

    /// <summary>Tries that failed, and how long after the fault's beginning the last of them did.</summary>
    public required IReadOnlyList<FailedTry> Failures { get; init; }

    /// <inheritdoc cref="Failures"/>
    public TimeSpan? LastFailure { get; init; }

    /// <summary>The longest time in which nobody got an answer.</summary>
    public required TimeSpan WithoutService { get; init; }

    /// <summary>The longest that one customer waited for one call, repetitions included.</summary>
    public required TimeSpan SlowestAnswer { get; init; }

    /// <summary>Messages that were acknowledged and are gone, and cancellations that were told and did not happen.</summary>
    public required int Lost { get; init; }

    /// <summary>Messages, answers or cancellations that are there more than once.</summary>
    public required int Doubled { get; init; }

    /// <summary>Messages without an answer at the end, neither by themselves nor on repetition, or answered as failed.</summary>
    public required int Unanswered { get; init; }

    /// <summary>What was lost, doubled or not answered, a line for each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Of all that happened in the load, what belongs to this fault.</summary>
    public static FaultRow Of(Fault fault, TimeSpan from, TimeSpan to, SteadyLoad load, Aftermath aftermath)
    {
        var messages = load.Talks.SelectMany(talk => talk.Messages, (talk, message) => (Talk: talk, Message: message)).Where(one => one.Message.Begun >= from && one.Message.Begun < to).ToList();
        var calls = load.Calls.Where(call => call.Ended >= from && call.Begun < to).ToList();
        var failures = load.Calls.SelectMany(call => call.Failures).Where(failure => failure.At >= from && failure.At < to).OrderBy(failure => failure.At).ToList();
        var served = calls.Where(call => call.Succeeded && call.Ended < to).Select(call => call.Ended).Append(from).Append(to).Order().ToList();
        var problems = messages.SelectMany(one => aftermath.ProblemsOf(one.Talk.Number, one.Message.Key)).ToList();
        var confirmed = messages.Where(one => one.Message.Key.EndsWith(Talk.Confirm, StringComparison.Ordinal)).Select(one => one.Talk).ToList();
        var effects = confirmed.Select(aftermath.EffectOf).ToList();
        var unanswered = messages.Select(one => one.Message).Where(message => message.Answer is null or { Status: AnswerStatus.Failed }).ToList();
        return new FaultRow
        {
            Fault = fault,
            Messages = messages.Count,
            Changes = confirmed.Count(talk => talk.ToldCancelled),
            Failures = failures,
            LastFailure = failures.Count == 0 ? null : failures[^1].At - from,
            WithoutService = served.Zip(served.Skip(1), (one, next) => next - one).Max(),
            SlowestAnswer = calls.Select(call => call.Ended - call.Begun).DefaultIfEmpty().Max(),
            Lost = problems.Count(problem => problem.EndsWith("lost", StringComparison.Ordinal)) + effects.Count(effect => effect is not null and not "doubled"),
            Doubled = problems.Count(problem => problem.Contains("times", StringComparison.Ordinal)) + effects.Count(effect => effect == "doubled"),
            Unanswered = unanswered.Count,
            Problems = [.. problems, .. confirmed.Zip(effects, (talk, effect) => effect is null ? null : $"{FaultShop.OrderOf(talk.Number)}: {effect}").OfType<string>(),
                .. unanswered.Select(message => $"{message.Key}: {message.Answer?.Reply ?? "no answer"}")],
        };
    }
}
