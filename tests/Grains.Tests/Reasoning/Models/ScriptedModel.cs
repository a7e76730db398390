using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Grains.Tests.Reasoning.Models;

/// <summary>A model that says what the test wrote, conversation by conversation; a call that no test asked for fails.</summary>
public sealed class ScriptedModel : IChatClient
{
    private const string Length = "length";
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<IReadOnlyList<ChatMessage>, Task<AIContent[]>>>> _scripts = new();
    private readonly ConcurrentQueue<IReadOnlyList<ChatMessage>> _calls = new();

    /// <summary>What the model was asked, call by call.</summary>
    public IEnumerable<string> CallsOf(string marker) => _calls.Select(Whole).Where(text => text.Contains(marker, StringComparison.Ordinal));

    /// <summary>Replies, in order, to calls whose messages have the marker.</summary>
    public void Answer(string marker, params AIContent[][] replies)
    {
        foreach (var reply in replies)
            Answer(marker, _ => Task.FromResult(reply));
    }

    /// <summary>A reply that looks at the messages, waits or fails.</summary>
    public void Answer(string marker, Func<IReadOnlyList<ChatMessage>, Task<AIContent[]>> reply) => _scripts.GetOrAdd(marker, _ => new()).Enqueue(reply);

    /// <summary>Words, as a stream of tokens.</summary>
    public static AIContent[] Say(string text) => [.. text.Split(' ').Select((word, i) => new TextContent(i == 0 ? word : $" {word}"))];

    /// <summary>Words that end where the model may write no more.</summary>
    public static AIContent[] SayCut(string text) => [.. Say(text), new ErrorContent(Length)];

    /// <summary>Tool calls of one step.</summary>
    public static AIContent[] Use(params (string Tool, object Arguments)[] calls) => [.. calls.Select(call => new FunctionCallContent($"call_{Guid.NewGuid():N}", call.Tool,
        System.Text.Json.JsonSerializer.SerializeToElement(call.Arguments).EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value.Clone())))];

    /// <summary>A failing call.</summary>
    public void Fail(string marker, ModelFailure failure) => Answer(marker, _ => throw new ModelException(failure, "scripted"));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var finish = ChatFinishReason.Stop;
        foreach (var content in await Next([.. messages]))
        {
            if (content is ErrorContent { Message: Length })
                finish = ChatFinishReason.Length;
            else if (content is ErrorContent)
                throw new ModelException(ModelFailure.CutOff, "scripted").Started();
            else
                yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5 })]) { FinishReason = finish };
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        new(new ChatMessage(ChatRole.Assistant, [.. await Next([.. messages])])) { Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5 } };

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private Task<AIContent[]> Next(IReadOnlyList<ChatMessage> messages)
    {
        _calls.Enqueue(messages);
        var text = Whole(messages);
        var script = _scripts.FirstOrDefault(one => !one.Value.IsEmpty && text.Contains(one.Key, StringComparison.Ordinal)).Value;
        return script is not null && script.TryDequeue(out var reply) ? reply(messages) : throw new ModelException(ModelFailure.Unavailable, "nothing was scripted for this call");
    }

    private static string Whole(IReadOnlyList<ChatMessage> messages) =>
        string.Join('\n', messages.SelectMany(message => message.Contents).Select(content => content switch
        {
            TextContent text => text.Text,
            FunctionResultContent result => $"{result.Result}",
            _ => "",
        }));
}
