using System.Text.Json;

namespace SupportAgents.Support.Bedrock;

/// <summary>Claude's answers as Bedrock sends them.</summary>
public static class BedrockAnswers
{
    /// <summary>What each call is said to have used.</summary>
    public const int InputTokens = 100, OutputTokens = 20;

    /// <summary>An answer in one piece.</summary>
    public static object Whole(BedrockReply reply)
    {
        var content = new List<object>();
        if (reply.Text is not null)
            content.Add(new { type = "text", text = reply.Text });
        content.AddRange(reply.Calls.Select(call => new { type = "tool_use", id = NewId(), name = call.Tool, input = call.Arguments }));
        return new
        {
            id = "msg_1",
            type = "message",
            role = "assistant",
            model = "test",
            content,
            stop_reason = StopReason(reply),
            stop_sequence = (string?)null,
            usage = Usage(reply, InputTokens, OutputTokens),
        };
    }

    /// <summary>The frames of a streamed answer, as far as its fault lets it come.</summary>
    public static IEnumerable<(byte[] Frame, bool IsWord)> Frames(BedrockReply reply)
    {
        yield return Chunk(new { type = "message_start", message = new { id = "msg_1", type = "message", role = "assistant", model = "test", content = Array.Empty<object>(), stop_reason = (string?)null, stop_sequence = (string?)null, usage = Usage(reply, InputTokens, 1) } });
        if (reply.Fault is BedrockFault.CutStream or BedrockFault.EndsEarly)
            yield break;
        if (reply.Fault == BedrockFault.StreamError)
        {
            yield return (BedrockFrames.Exception("modelStreamErrorException", "The model failed in the middle."), false);
            yield break;
        }
        var index = 0;
        if (reply.Text is { } text)
        {
            yield return Chunk(new { type = "content_block_start", index, content_block = new { type = "text", text = "" } });
            var words = text.Split(' ');
            foreach (var word in reply.Fault == BedrockFault.CutAnswer ? words[..(words.Length / 2)] : words)
                yield return (BedrockFrames.Chunk(new { type = "content_block_delta", index, delta = new { type = "text_delta", text = $"{word} " } }), true);
            yield return Chunk(new { type = "content_block_stop", index });
            index++;
        }
        foreach (var (tool, arguments) in reply.Calls)
        {
            var json = JsonSerializer.Serialize(arguments);
            yield return Chunk(new { type = "content_block_start", index, content_block = new { type = "tool_use", id = NewId(), name = tool, input = new { } } });
            yield return Chunk(new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = reply.CutsArguments ? json[..(json.Length / 2)] : json } });
            yield return Chunk(new { type = "content_block_stop", index });
            index++;
        }
        if (reply.Fault == BedrockFault.CutAnswer)
            yield break;
        if (reply.Fault == BedrockFault.MalformedFrame)
        {
            var broken = BedrockFrames.Chunk(new { type = "ping" });
            broken[^1] ^= 0xFF;
            yield return (broken, false);
            yield break;
        }
        yield return Chunk(new { type = "message_delta", delta = new { stop_reason = StopReason(reply), stop_sequence = (string?)null }, usage = new { output_tokens = OutputTokens } });
        yield return Chunk(new { type = "message_stop" });
    }

    private static (byte[], bool) Chunk(object one) => (BedrockFrames.Chunk(one), false);

    private static object Usage(BedrockReply reply, int input, int output) =>
        new { input_tokens = input, output_tokens = output, cache_read_input_tokens = reply.Cached.Read, cache_creation_input_tokens = reply.Cached.Written };

    private static string StopReason(BedrockReply reply) => reply.StopReason ?? (reply.Calls.Count > 0 ? "tool_use" : "end_turn");

    private static string NewId() => $"toolu_{Guid.NewGuid():N}";
}
