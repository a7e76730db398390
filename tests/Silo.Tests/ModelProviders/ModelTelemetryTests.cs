using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

/// <summary>What model calls tell of themselves: the names of OpenTelemetry's conventions for generative AI, and nobody's words.</summary>
public sealed class ModelTelemetryTests(ModelTestBed bed) : IClassFixture<ModelTestBed>
{
    private const string Secret = "my-secret-question";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_s_span_has_the_conventions_names_and_no_words(bool stream)
    {
        bed.Script(_ => BedrockReply.Say("my-secret-answer"));
        var spans = new List<Activity>();
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == ModelClientFactory.ActivitySource, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = spans.Add };
        ActivitySource.AddActivityListener(listener);

        await ModelTestBed.Ask(bed.Client(), stream, Secret);

        var span = Assert.Single(spans, one => one.GetTagItem("server.port") is int port && port == new Uri(bed.Bedrock.Address).Port);
        Assert.Equal($"chat {ScriptedBedrock.Main}", span.DisplayName);
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(ScriptedBedrock.Main, span.GetTagItem("gen_ai.request.model"));
        Assert.NotNull(span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal(BedrockAnswers.InputTokens, Convert.ToInt32(span.GetTagItem("gen_ai.usage.input_tokens"), null));
        Assert.Equal(BedrockAnswers.OutputTokens, Convert.ToInt32(span.GetTagItem("gen_ai.usage.output_tokens"), null));
        var told = string.Join('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Concat(span.Events.SelectMany(one => one.Tags).Select(tag => $"{tag.Value}")));
        Assert.DoesNotContain("my-secret", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_tokens_and_time_are_counted_by_model()
    {
        bed.Script(_ => BedrockReply.Say("Hello."));
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == ModelCosts.MeterName) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.SetMeasurementEventCallback<int>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => names.Add(instrument.Name));
        listener.Start();

        await ModelTestBed.Ask(bed.Client());

        Assert.Superset(new HashSet<string> { "gen_ai.client.token.usage", "gen_ai.client.operation.duration", "supportagents.model.calls", "supportagents.model.tokens", "supportagents.model.cost" }, names);
    }
}
