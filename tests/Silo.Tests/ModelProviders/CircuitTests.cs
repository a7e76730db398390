using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class CircuitTests(ModelTestBed bed) : IClassFixture<ModelTestBed>
{
    private const int MinimumCalls = 8;
    private static readonly string[] s_quick = ["--Support:Model:Retries", "0"];
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(16);

    [Fact]
    public async Task A_model_that_fails_is_left_alone_by_every_role_and_taken_back_when_it_works()
    {
        var isBroken = true;
        bed.Script(call => BedrockReply.Say($"From {call.Model}") with { Fault = isBroken && call.Model == ScriptedBedrock.Main ? BedrockFault.Overloaded : BedrockFault.None });
        var services = bed.Services(s_quick);
        var (specialist, supervisor) = (services.GetRequiredKeyedService<IChatClient>(ModelRoles.Specialist), services.GetRequiredKeyedService<IChatClient>(ModelRoles.Supervisor));
        var models = services.GetRequiredService<ModelClientFactory>();

        for (var i = 0; i < MinimumCalls; i++)
            Assert.Contains(ScriptedBedrock.Fallback, (await ModelTestBed.Ask(specialist)).Text, StringComparison.Ordinal);
        Assert.Equal((CircuitState.Open, CircuitState.Closed), (models.StateOf(ScriptedBedrock.Main), models.StateOf(ScriptedBedrock.Fallback)));
        bed.Calls.Clear();
        await ModelTestBed.Ask(specialist);
        await ModelTestBed.Ask(supervisor, stream: false);
        Assert.All(bed.Calls, call => Assert.Equal(ScriptedBedrock.Fallback, call.Model));

        isBroken = false;
        bed.Time.Advance(s_pause);
        Assert.Contains(ScriptedBedrock.Main, (await ModelTestBed.Ask(supervisor)).Text, StringComparison.Ordinal);
        Assert.Equal(CircuitState.Closed, models.StateOf(ScriptedBedrock.Main));
    }

    [Fact]
    public async Task A_model_that_still_fails_after_the_pause_is_left_alone_again_after_one_call()
    {
        bed.Script(_ => BedrockReply.Fail(BedrockFault.Throttled));
        var client = bed.Client([.. s_quick, "--Support:Model:Fallback", ""]);
        for (var i = 0; i < MinimumCalls; i++)
            await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(client));
        bed.Time.Advance(s_pause);
        bed.Calls.Clear();

        await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(client));
        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(client));

        Assert.Equal((ModelFailure.CircuitOpen, 1), (failure.Failure, bed.Calls.Count));
    }

    [Fact]
    public async Task Requests_that_are_wrong_say_nothing_about_the_model()
    {
        bed.Script(_ => BedrockReply.Fail(BedrockFault.ContextTooLong));
        var services = bed.Services(s_quick);
        var client = services.GetRequiredKeyedService<IChatClient>(ModelRoles.Specialist);

        for (var i = 0; i < 2 * MinimumCalls; i++)
            await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(client));

        Assert.Equal(CircuitState.Closed, services.GetRequiredService<ModelClientFactory>().StateOf(ScriptedBedrock.Main));
        Assert.DoesNotContain(bed.Calls, call => call.Model == ScriptedBedrock.Fallback);
    }

    [Theory]
    [InlineData(BedrockFault.Retired)]
    [InlineData(BedrockFault.Forbidden)]
    [InlineData(BedrockFault.MalformedFrame)]
    public async Task The_fallback_model_answers_where_the_first_one_said_nothing(BedrockFault fault)
    {
        bed.Script(call => call.Model == ScriptedBedrock.Main ? BedrockReply.Fail(fault) : BedrockReply.Say("I am here."));

        Assert.Equal("I am here.", (await ModelTestBed.Ask(bed.Client(s_quick))).Text.Trim());
    }
}
