using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class OpenAiClientTests(ScriptedOpenAi server) : IClassFixture<ScriptedOpenAi>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_comes_with_its_tokens(bool stream)
    {
        server.Refusal = default;

        var response = await ModelTestBed.Ask(Client("--Support:Model:ApiKey", "key-1"), stream);

        Assert.Equal(("Hello there.", 7L, 3L), (response.Text, response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(("local", "Bearer key-1"), (server.Request.GetProperty("model").GetString(), server.Authorization));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_is_called(bool stream)
    {
        server.Refusal = default;
        var options = new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("track_order", "Tracks.", JsonElement.Parse("""{"type":"object","properties":{"order_id":{"type":"string"}}}"""))] };
        var client = Client();

        var response = stream ? await client.GetStreamingResponseAsync("Where is it?", options).ToChatResponseAsync() : await client.GetResponseAsync("Where is it?", options);

        var call = Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("track_order", "#W1"), (call.Name, $"{call.Arguments!["order_id"]}"));
    }

    [Theory]
    [InlineData(429, null, "slow down", ModelFailure.Throttled, 3)]
    [InlineData(500, null, "oops", ModelFailure.Unavailable, 3)]
    [InlineData(401, null, "bad key", ModelFailure.Unauthorized, 1)]
    [InlineData(404, null, "no such model", ModelFailure.UnknownModel, 1)]
    [InlineData(400, null, "maximum context length exceeded", ModelFailure.ContextTooLong, 1)]
    [InlineData(400, null, "bad request", ModelFailure.InvalidRequest, 1)]
    [InlineData(429, "3600", "slow down", ModelFailure.Throttled, 1)]
    public async Task A_refusal_is_one_of_our_failures(int status, string? retryAfter, string message, ModelFailure expected, int calls)
    {
        server.Refusal = (status, retryAfter, message);
        var before = server.Calls;

        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(Client()));

        Assert.Equal((expected, calls), (failure.Failure, server.Calls - before));
    }

    private IChatClient Client(params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(["--Support:Model:Provider", "OpenAI", "--Support:Model:Endpoint", server.Endpoint, "--Support:Model:Supervisor", "local", "--Support:Model:RetryDelay", "00:00:00.001", .. settings]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddModels(configuration).BuildServiceProvider().GetRequiredKeyedService<IChatClient>(ModelRoles.Specialist);
    }
}
