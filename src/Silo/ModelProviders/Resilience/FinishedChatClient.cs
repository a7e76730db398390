using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>Takes an answer without a finish reason for what it is, cut off: a stream that breaks can look like one that ends.</summary>
public sealed class FinishedChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        return response.FinishReason is null ? throw CutOff() : response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var isFinished = false;
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            isFinished |= update.FinishReason is not null;
            yield return update;
        }
        if (!isFinished)
            throw CutOff();
    }

    private static ModelException CutOff() => new(ModelFailure.CutOff, "the model's answer ended in the middle");
}
