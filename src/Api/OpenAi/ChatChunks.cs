using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Conversations;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Failures;
using SupportAgents.Conversations;

namespace SupportAgents.Api.OpenAi;

/// <summary>
/// A completion as chunks. They are pieces of the finished reply: while it is made, several agents may speak at once, and
/// only the supervisor's joined words are the answer.
/// </summary>
public sealed class ChatChunks(ChatCompletion head, Task<Answer> answer, bool includeUsage) : IResult, IEndpointMetadataProvider
{
    private const int PieceLength = 48;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new StreamsEvents());

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var writer = await ServerSentEvents.Start(httpContext);
        try
        {
            await writer.WriteAll(Chunks(), Heartbeat, services.GetRequiredService<TimeProvider>(),
                chunk => new ServerSentEvent(null, null, JsonSerializer.Serialize(chunk, options)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The status line is gone: clients of this protocol look for an error in the data.
            await writer.Write(new ServerSentEvent(null, null, JsonSerializer.Serialize(ChatError.From(FailureHandler.Describe(e)), options)));
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        await writer.Write(new ServerSentEvent(null, null, "[DONE]"));
    }

    private async IAsyncEnumerable<ChatCompletion> Chunks()
    {
        yield return Delta(new ChatDelta { Role = "assistant", Content = "" });
        var whole = await answer;
        foreach (var piece in Pieces(whole.Reply))
            yield return Delta(new ChatDelta { Content = piece });
        yield return Delta(new ChatDelta(), "stop") with { Answer = whole };
        if (includeUsage)
            yield return head with { Usage = ChatUsage.Of(whole) };
    }

    private ChatCompletion Delta(ChatDelta delta, string? finish = null) =>
        head with { Choices = [new ChatChoice { Delta = delta, FinishReason = finish }] };

    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + PieceLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end++;
            yield return text[start..end];
            start = end;
        }
    }
}
