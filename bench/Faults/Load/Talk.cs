using SupportAgents.Bench.Load;
using SupportAgents.Conversations;

namespace SupportAgents.Bench.Faults.Load;

/// <summary>A try that the client saw fail, at a time since the load began.</summary>
internal sealed record FailedTry(TimeSpan At, string Reason);

/// <summary>One call as its client saw it, repetitions included.</summary>
internal sealed record Call(TimeSpan Begun, TimeSpan Ended, bool Succeeded, IReadOnlyList<FailedTry> Failures);

/// <summary>One message and its answer; no answer when the client gave up.</summary>
internal sealed record SentMessage(string Key, TimeSpan Begun, Answer? Answer);

/// <summary>One conversation of the load, about an order of its own.</summary>
internal sealed record Talk(int Number, ShopVisitors.Visit Visit, IReadOnlyList<SentMessage> Messages)
{
    /// <summary>What ends the key of the message that confirms the cancellation.</summary>
    public const string Confirm = "-confirm";

    /// <summary>True when the customer was told that the order is cancelled.</summary>
    public bool ToldCancelled => Messages.Any(message => message.Key.EndsWith(Confirm, StringComparison.Ordinal)
        && message.Answer is { } answer && answer.Requests.Any(line => line is { Status: RequestStatus.Done }));
}
