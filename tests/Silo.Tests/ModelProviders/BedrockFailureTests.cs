using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders.Bedrock;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class BedrockFailureTests : IClassFixture<ModelTestBed>
{
    private static readonly string[] s_once = ["--Support:Model:Retries", "0", "--Support:Model:Fallback", ""];
    private readonly ModelTestBed _bed;

    public BedrockFailureTests(ModelTestBed bed)
    {
        _bed = bed;
        bed.Clock = TimeProvider.System;
    }

    [Theory]
    [InlineData(BedrockFault.Throttled, ModelFailure.Throttled, "throttles")]
    [InlineData(BedrockFault.ServerError, ModelFailure.Unavailable, "500")]
    [InlineData(BedrockFault.Overloaded, ModelFailure.Unavailable, "503")]
    [InlineData(BedrockFault.Hangs, ModelFailure.TimedOut, "in time")]
    [InlineData(BedrockFault.ContextTooLong, ModelFailure.ContextTooLong, "too long")]
    [InlineData(BedrockFault.Retired, ModelFailure.UnknownModel, "Support:Model")]
    [InlineData(BedrockFault.Forbidden, ModelFailure.Unauthorized, "credentials")]
    [InlineData(BedrockFault.CutAnswer, ModelFailure.CutOff, "")]
    [InlineData(BedrockFault.EndsEarly, ModelFailure.CutOff, "middle")]
    [InlineData(BedrockFault.MalformedFrame, ModelFailure.CutOff, "")]
    [InlineData(BedrockFault.StreamError, ModelFailure.Unavailable, "")]
    public async Task A_fault_of_a_stream_is_one_of_our_failures(BedrockFault fault, ModelFailure expected, string told)
    {
        var failure = await Fail(fault, stream: true);

        Assert.Equal(expected, failure.Failure);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether the lost connection or the missing end is seen first is a matter of time.</summary>
    [Fact]
    public async Task A_stream_that_is_cut_is_one_of_our_failures() =>
        Assert.True((await Fail(BedrockFault.CutStream, stream: true)).Failure is ModelFailure.Unavailable or ModelFailure.CutOff);

    [Theory]
    [InlineData(BedrockFault.Throttled, ModelFailure.Throttled)]
    [InlineData(BedrockFault.Overloaded, ModelFailure.Unavailable)]
    [InlineData(BedrockFault.Hangs, ModelFailure.TimedOut)]
    [InlineData(BedrockFault.Retired, ModelFailure.UnknownModel)]
    public async Task A_fault_of_a_whole_answer_is_one_of_our_failures(BedrockFault fault, ModelFailure expected) =>
        Assert.Equal(expected, (await Fail(fault, stream: false)).Failure);

    [Theory]
    [InlineData(400, "The provided model identifier is invalid.", ModelFailure.UnknownModel)]
    [InlineData(400, "Invocation of model ID x with on-demand throughput isn't supported. Retry with the ID of an inference profile.", ModelFailure.UnknownModel)]
    [InlineData(400, "input length and max_tokens exceed context limit", ModelFailure.ContextTooLong)]
    [InlineData(400, "messages: roles must alternate", ModelFailure.InvalidRequest)]
    [InlineData(403, "You don't have access to the model with the specified model ID.", ModelFailure.UnknownModel)]
    [InlineData(403, "The security token included in the request is expired", ModelFailure.Unauthorized)]
    [InlineData(408, "Model timed out", ModelFailure.TimedOut)]
    [InlineData(424, "The model could not process the request", ModelFailure.Unavailable)]
    [InlineData(529, "overloaded", ModelFailure.Unavailable)]
    public void An_error_answer_is_read(int status, string message, ModelFailure expected) =>
        Assert.Equal(expected, BedrockFailures.Of(status, "Exception", $$"""{"message":"{{message}}"}""", "https://bedrock").Failure);

    [Fact]
    public void A_page_instead_of_JSON_is_told_in_short() =>
        Assert.InRange(BedrockFailures.Of(502, "", $"<html>{new string('x', 5_000)}", "https://bedrock").Message.Length, 1, 300);

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client([.. s_once, "--Support:Model:Endpoint", "http://127.0.0.1:9"])));

        Assert.Equal(ModelFailure.Unavailable, failure.Failure);
    }

    private Task<ModelException> Fail(BedrockFault fault, bool stream)
    {
        _bed.Script(_ => BedrockReply.Say("Hello, how are you today?") with { Fault = fault });
        string[] patience = fault == BedrockFault.Hangs ? ["--Support:Model:RequestTimeout", "00:00:00.300"] : [];
        return Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client([.. s_once, .. patience]), stream));
    }
}
