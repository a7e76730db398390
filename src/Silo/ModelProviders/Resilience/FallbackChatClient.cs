using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>Asks another model where the first one fails before it said anything.</summary>
public sealed partial class FallbackChatClient(IChatClient inner, IChatClient fallback, ILogger logger) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (ModelException e) when (Helps(e))
        {
            FellBack(e.Failure);
            return await fallback.GetResponseAsync(messages, options, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool hasNext;
            try
            {
                hasNext = await updates.MoveNextAsync();
            }
            catch (ModelException e) when (Helps(e))
            {
                FellBack(e.Failure);
                await updates.DisposeAsync();
                updates = fallback.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                hasNext = await updates.MoveNextAsync();
            }
            for (; hasNext; hasNext = await updates.MoveNextAsync())
                yield return updates.Current;
        }
        finally
        {
            await updates.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            fallback.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What is wrong with the request, or with the budget, is so for every model.</summary>
    private static bool Helps(ModelException exception) =>
        !exception.HasStarted && exception.Failure is not (ModelFailure.InvalidRequest or ModelFailure.ContextTooLong or ModelFailure.OverBudget);

    [LoggerMessage(LogLevel.Warning, "The model failed ({Failure}); the fallback model is asked")]
    private partial void FellBack(ModelFailure failure);
}
