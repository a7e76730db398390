using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Counts what each call of a model uses, sends its cost along, and makes none when the day's budget is spent.</summary>
public sealed class MeteredChatClient(IChatClient inner, string modelId, ModelCosts costs) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        costs.Require();
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        costs.Add(modelId, Priced(response.Usage));
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        costs.Require();
        var used = new Usage();
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                foreach (var usage in update.Contents.OfType<UsageContent>())
                    used += Priced(usage.Details);
                yield return update;
            }
        }
        finally
        {
            // What was read and written before a break is paid for too.
            costs.Add(modelId, used);
        }
    }

    private Usage Priced(UsageDetails? used)
    {
        if (used is not null)
            ModelUsage.SetCost(used, costs.CostOf(modelId, used));
        return ModelUsage.Of(used);
    }
}
