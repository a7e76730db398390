using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>Ends a call whose answer, or the next piece of it, does not come in time. SDK timeouts end with the headers.</summary>
public sealed class IdleTimeoutChatClient(IChatClient inner, TimeSpan whole, TimeSpan idle, TimeProvider time) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(whole, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await base.GetResponseAsync(messages, options, both.Token);
        }
        catch (OperationCanceledException e) when (IsOurs(timeout, cancellationToken))
        {
            throw TimedOut(e);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(whole, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await using var updates = base.GetStreamingResponseAsync(messages, options, both.Token).GetAsyncEnumerator(both.Token);
        while (await Next(updates, timeout, cancellationToken))
        {
            // The reader's own time does not count.
            timeout.CancelAfter(Timeout.InfiniteTimeSpan);
            yield return updates.Current;
            timeout.CancelAfter(idle);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationTokenSource timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && IsOurs(timeout, cancellationToken))
        {
            throw TimedOut(e);
        }
    }

    private static bool IsOurs(CancellationTokenSource timeout, CancellationToken cancellationToken) =>
        timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

    private static ModelException TimedOut(Exception e) => new(ModelFailure.TimedOut, "the model did not answer in time", e);
}
