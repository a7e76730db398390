using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>Lets only <see cref="ModelException"/> out, and the cancellation that the caller asked for.</summary>
public sealed class TranslatingChatClient(IChatClient inner, Func<Exception, ModelException?> translate) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (Exception e) when (Translated(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Next(updates, cancellationToken))
            yield return updates.Current;
    }

    private async Task<bool> Next(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception e) when (Translated(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private ModelException? Translated(Exception exception, CancellationToken cancellationToken)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is ModelException own)
                return own;
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            return null;
        return translate(exception) ?? new ModelException(ModelFailure.Unavailable, "the model call failed", exception);
    }
}
