using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>
/// Turns our marks for what stays the same into Bedrock's: what stands before a mark (tools, prompt, earlier talk) is kept
/// for five minutes and costs a tenth when it is read again. A model that caches nothing, or a part below its minimum,
/// takes the marks without an effect.
/// </summary>
public sealed class CacheMarkChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(Marked(messages), options, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(Marked(messages), options, cancellationToken);

    private static List<ChatMessage> Marked(IEnumerable<ChatMessage> messages)
    {
        var list = messages.ToList();
        foreach (var content in list.SelectMany(message => message.Contents).Where(content => content.AdditionalProperties?.ContainsKey(Transcript.CacheMark) == true))
            content.WithCacheControl((Anthropic.Models.Messages.Ttl?)null);
        return list;
    }
}
