using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Conversations;

/// <summary>Submits messages and follows their turns. The turn goes on in the cluster, whatever becomes of the request.</summary>
public sealed class Turns(GrainCalls grains, IOptions<LimitOptions> limits, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Creates the conversation, or finds the customer's own.</summary>
    public Task<ConversationSummary> Open(Principal who, string conversationId, CancellationToken cancellationToken) =>
        grains.Repeatable<IConversationGrain, ConversationSummary>(conversationId, (grain, token) => grain.Open(who, token), cancellationToken);

    /// <summary>Stores the message; a repeated message id gets the first receipt again.</summary>
    public Task<TurnReceipt> Submit(Principal who, string conversationId, CustomerMessage message, CancellationToken cancellationToken) =>
        grains.Repeatable<IConversationGrain, TurnReceipt>(conversationId, (grain, token) => grain.Submit(who, message, token), cancellationToken);

    /// <summary>Events after <paramref name="afterEventId"/>; goes on behind the last one when the silo that served it is lost.</summary>
    public async IAsyncEnumerable<ConversationEvent> Follow(
        Principal who, string conversationId, string? turnId, string? afterEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, failures, failingSince) = (afterEventId, 0, 0L);
        while (true)
        {
            if (failures > 0)
                await Task.Delay(Pause * failures < LongestPause ? Pause * failures : LongestPause, time, cancellationToken);
            await using var events = grains.Grain<IConversationGrain>(conversationId)
                .Follow(who, turnId, last, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await events.MoveNextAsync())
                        yield break;
                }
                catch (Exception e) when (TransientFailures.Is(e) && (failures == 0 || time.GetElapsedTime(failingSince) < grains.Patience))
                {
                    failingSince = failures++ == 0 ? time.GetTimestamp() : failingSince;
                    break;
                }
                failures = 0;
                last = events.Current.Id;
                yield return events.Current;
            }
        }
    }

    /// <summary>Waits for the turn's answer. A stopped turn is an answer that says so.</summary>
    /// <exception cref="SupportException">There is none within <see cref="LimitOptions.AnswerSeconds"/>.</exception>
    public async Task<Answer> Answer(Principal who, string conversationId, TurnReceipt turn, string messageId, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.AnswerSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await foreach (var happened in Follow(who, conversationId, turn.TurnId, null, either.Token))
            {
                if (happened.Entry is AgentSaid said)
                    return said.Answer;
                if (happened.Entry is TurnCancelled)
                    return Stopped(conversationId, messageId);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }
        throw new SupportException(FailureKind.Unavailable, "The answer is not ready yet; repeat the call with the same Idempotency-Key to get it.");
    }

    private static Answer Stopped(string conversationId, string messageId) => new()
    {
        ConversationId = conversationId,
        MessageId = messageId,
        Status = AnswerStatus.Failed,
        Reply = "This message was stopped before it was answered.",
    };
}
