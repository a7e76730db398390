using System.Text.Json;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class BedrockClientTests(ModelTestBed bed) : IClassFixture<ModelTestBed>
{
    private const string Secret = "not-a-secret";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_signed_and_has_the_version_that_versioned_models_take(bool stream)
    {
        bed.Script(_ => BedrockReply.Say("Hello."));

        var response = await ModelTestBed.Ask(bed.Client(), stream, "Grüße, 5 €");

        var call = Assert.Single(bed.Calls);
        Assert.Equal("Hello.", response.Text.Trim());
        Assert.True(SignatureV4.IsValid(call, Secret));
        Assert.False(SignatureV4.IsValid(call, "another secret"));
        Assert.Equal("bedrock-2023-05-31", call.Body.GetProperty("anthropic_version").GetString());
        Assert.Equal((ScriptedBedrock.Main, false), (call.Model, call.Body.TryGetProperty("model", out _)));
    }

    [Fact]
    public async Task A_temporary_key_pair_sends_its_session_token()
    {
        bed.Script(_ => BedrockReply.Say("Hello."));

        await ModelTestBed.Ask(bed.Client("--Support:Model:SessionToken", "session-1"));

        Assert.Equal("session-1", bed.Calls[0].Headers["x-amz-security-token"]);
        Assert.True(SignatureV4.IsValid(bed.Calls[0], Secret));
    }

    [Fact]
    public async Task An_API_key_is_sent_as_a_bearer_token()
    {
        bed.Script(_ => BedrockReply.Say("Hello."));

        await ModelTestBed.Ask(bed.Client("--Support:Model:AccessKey", "", "--Support:Model:SecretKey", "", "--Support:Model:ApiKey", "key-1"));

        Assert.Equal("Bearer key-1", bed.Calls[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task What_stays_the_same_is_marked_for_the_cache()
    {
        bed.Script(_ => BedrockReply.Say("Hello."));
        var prompt = new TextContent("Be kind.") { AdditionalProperties = new() { [Transcript.CacheMark] = true } };

        await bed.Client().GetResponseAsync([new ChatMessage(ChatRole.System, [prompt]), new ChatMessage(ChatRole.User, "Hello")]);

        var body = bed.Calls[0].Body;
        Assert.Equal("ephemeral", body.GetProperty("system")[0].GetProperty("cache_control").GetProperty("type").GetString());
        Assert.DoesNotContain("cache_control", body.GetProperty("messages").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_call_comes_with_its_arguments_and_goes_back_with_its_result(bool stream)
    {
        bed.Script(call => call.HasResults ? BedrockReply.Say("It is shipped.") : BedrockReply.Use(("track_order", new { order_id = "#W1" }), ("list_orders", new { })));
        var client = bed.Client();
        var options = new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("track_order", "Tracks.", JsonElement.Parse("""{"type":"object","properties":{"order_id":{"type":"string"}}}"""))] };
        List<ChatMessage> messages = [new(ChatRole.User, "Where is #W1?")];
        Task<ChatResponse> Ask() => stream ? client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync() : client.GetResponseAsync(messages, options);

        var wanted = await Ask();
        var calls = wanted.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        messages.AddRange(wanted.Messages);
        messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => new FunctionResultContent(call.CallId, "shipped"))]));
        var answer = await Ask();

        Assert.Equal(["track_order", "list_orders"], calls.Select(call => call.Name));
        Assert.Equal("#W1", $"{calls[0].Arguments!["order_id"]}");
        Assert.Equal("It is shipped.", answer.Text.Trim());
        Assert.Equal(calls.Select(call => call.CallId), bed.Calls[1].Body.GetProperty("messages")[2].GetProperty("content").EnumerateArray().Select(result => result.GetProperty("tool_use_id").GetString()));
    }
}
