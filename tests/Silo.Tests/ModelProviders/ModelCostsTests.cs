using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class ModelCostsTests(ModelTestBed bed) : IClassFixture<ModelTestBed>
{
    private static readonly string[] s_prices =
    [
        "--Support:Model:Prices:0:Model", ScriptedBedrock.Main, "--Support:Model:Prices:0:Input", "3", "--Support:Model:Prices:0:Output", "15",
        "--Support:Model:Prices:1:Model", ScriptedBedrock.Fallback, "--Support:Model:Prices:1:Input", "1", "--Support:Model:Prices:1:Output", "5",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_cost_of_an_answer_comes_with_it_by_the_price_of_the_model_that_answered(bool stream)
    {
        bed.Script(call => BedrockReply.Say("Hello.") with { Fault = call.Model == ScriptedBedrock.Main ? BedrockFault.Retired : BedrockFault.None });

        var used = ModelUsage.Of((await ModelTestBed.Ask(bed.Client(s_prices), stream)).Usage);

        // 100 tokens read at 1 and 20 written at 5 for a million.
        Assert.Equal((100L, 20L, 0.0002m), (used.InputTokens, used.OutputTokens, used.Cost));
    }

    [Fact]
    public async Task Tokens_of_the_cache_have_their_own_prices()
    {
        bed.Script(_ => BedrockReply.Say("Hello.") with { Cached = (4_000, 1_000) });

        var used = ModelUsage.Of((await ModelTestBed.Ask(bed.Client(s_prices))).Usage);

        // 100 at 3, 4,000 at 0.3, 1,000 at 3.75, 20 at 15.
        Assert.Equal((5_100L, 0.00555m), (used.InputTokens, used.Cost));
    }

    [Fact]
    public async Task The_day_s_budget_is_one_of_tokens_calls_or_money_and_the_next_day_begins_anew()
    {
        bed.Script(_ => BedrockReply.Say("Hello."));
        foreach (var (limit, value) in ((string, string)[])[("Calls", "2"), ("Tokens", "200"), ("Cost", "0.0008")])
        {
            var client = bed.Client([.. s_prices, $"--Support:Model:DayBudget:{limit}", value]);
            await ModelTestBed.Ask(client);
            await ModelTestBed.Ask(client);
            bed.Calls.Clear();

            var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(client));
            Assert.Equal((ModelFailure.OverBudget, 0), (failure.Failure, bed.Calls.Count));
            bed.Time.Advance(TimeSpan.FromDays(1));
            await ModelTestBed.Ask(client);
        }
    }

    [Fact]
    public async Task What_was_read_and_written_before_a_break_is_counted_too()
    {
        bed.Script(_ => BedrockReply.Say("Hello, how are you?") with { Fault = BedrockFault.MalformedFrame });
        var services = bed.Services("--Support:Model:Fallback", "", "--Support:Model:Retries", "0");

        await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(services.GetRequiredKeyedService<IChatClient>(ModelRoles.Specialist)));

        Assert.Equal(1, services.GetRequiredService<ModelCosts>().Today.ModelCalls);
    }
}
