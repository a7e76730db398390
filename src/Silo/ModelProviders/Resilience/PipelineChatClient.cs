using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Polly;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>
/// Runs calls through a resilience pipeline: retries, a circuit breaker, a deadline. A stream runs through it whole, so
/// that a break in the middle counts as a failure. Words are passed on at once, and mark a later failure as started: a
/// started answer is never asked for again. Tool calls are passed on behind words, or when the answer is whole.
/// </summary>
public sealed class PipelineChatClient(IChatClient inner, ResiliencePipeline pipeline) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await base.GetResponseAsync(messages, options, token), cancellationToken);
        }
        catch (Exception e) when (ModelPipelines.Rejection(e) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateUnbounded<ChatResponseUpdate>(new UnboundedChannelOptions { SingleReader = true });
        var pump = Pump(messages, options, updates.Writer, stop.Token);
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(cancellationToken))
                yield return update;
        }
        finally
        {
            await stop.CancelAsync();
            await pump;
        }
    }

    private async Task Pump(IEnumerable<ChatMessage> messages, ChatOptions? options, ChannelWriter<ChatResponseUpdate> writer, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.ExecuteAsync(async token => await Copy(messages, options, writer, token), cancellationToken);
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(ModelPipelines.Rejection(e) ?? e);
        }
    }

    private async ValueTask Copy(IEnumerable<ChatMessage> messages, ChatOptions? options, ChannelWriter<ChatResponseUpdate> writer, CancellationToken cancellationToken)
    {
        var head = new List<ChatResponseUpdate>();
        var hasStarted = false;
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                // What says nothing waits for what does, or for the end: a retry must not leave two heads, or a call twice.
                hasStarted |= update.Text.Length > 0;
                head.Add(update);
                if (hasStarted)
                    Flush(head, writer);
            }
            Flush(head, writer);
        }
        catch (ModelException e) when (hasStarted)
        {
            throw e.Started();
        }
    }

    private static void Flush(List<ChatResponseUpdate> updates, ChannelWriter<ChatResponseUpdate> writer)
    {
        updates.ForEach(update => writer.TryWrite(update));
        updates.Clear();
    }
}
