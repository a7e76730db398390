using System.Diagnostics;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class RetryTests : IClassFixture<ModelTestBed>
{
    private static readonly string[] s_alone = ["--Support:Model:Fallback", "", "--Support:Model:RetryDelay", "00:00:00.001"];
    private readonly ModelTestBed _bed;

    public RetryTests(ModelTestBed bed)
    {
        _bed = bed;
        bed.Clock = TimeProvider.System;
    }

    [Theory]
    [InlineData(BedrockFault.Throttled)]
    [InlineData(BedrockFault.ServerError)]
    [InlineData(BedrockFault.Overloaded)]
    [InlineData(BedrockFault.CutStream)]
    [InlineData(BedrockFault.EndsEarly)]
    [InlineData(BedrockFault.StreamError)]
    public async Task A_call_that_fails_before_its_first_word_is_made_again(BedrockFault fault)
    {
        Script(fault, times: 2);

        var response = await ModelTestBed.Ask(_bed.Client(s_alone));

        Assert.Equal(("Hello again, my friend.", 3), (response.Text.Trim(), _bed.Calls.Count));
    }

    [Theory]
    [InlineData(BedrockFault.ContextTooLong)]
    [InlineData(BedrockFault.Retired)]
    [InlineData(BedrockFault.Forbidden)]
    public async Task What_would_fail_again_is_not_made_again(BedrockFault fault)
    {
        Script(fault, times: 9);

        await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client(s_alone)));

        Assert.Single(_bed.Calls);
    }

    [Fact]
    public async Task An_answer_that_breaks_after_its_first_word_is_not_made_again()
    {
        Script(BedrockFault.CutAnswer, times: 9);

        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client(s_alone)));

        Assert.Equal((ModelFailure.CutOff, true, 1), (failure.Failure, failure.HasStarted, _bed.Calls.Count));
    }

    [Fact]
    public async Task Tool_calls_that_break_are_made_again_and_come_once()
    {
        _bed.Script(_ => BedrockReply.Use(("track_order", new { order_id = "#W1" })) with { Fault = _bed.Calls.Count <= 2 ? BedrockFault.MalformedFrame : BedrockFault.None });

        var response = await ModelTestBed.Ask(_bed.Client(s_alone));

        Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Equal(3, _bed.Calls.Count);
    }

    [Fact]
    public async Task The_wait_that_the_vendor_asks_for_is_kept()
    {
        var wait = TimeSpan.FromSeconds(1);
        Script(BedrockFault.Throttled, times: 1, wait);
        var started = Stopwatch.GetTimestamp();

        await ModelTestBed.Ask(_bed.Client(s_alone));

        Assert.True(Stopwatch.GetElapsedTime(started) >= wait);
        Assert.Equal(2, _bed.Calls.Count);
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_is_not_begun()
    {
        Script(BedrockFault.Throttled, times: 1, TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client(s_alone)));

        Assert.Equal((ModelFailure.Throttled, TimeSpan.FromHours(1), 1), (failure.Failure, failure.RetryAfter, _bed.Calls.Count));
    }

    [Fact]
    public async Task The_deadline_ends_a_call_with_all_its_retries()
    {
        Script(BedrockFault.Hangs, times: 99);

        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client([.. s_alone, "--Support:Model:Retries", "10", "--Support:Model:RequestTimeout", "00:00:00.100", "--Support:Model:CallDeadline", "00:00:00.500"])));

        Assert.Equal(ModelFailure.TimedOut, failure.Failure);
        Assert.InRange(_bed.Calls.Count, 2, 6);
    }

    [Fact]
    public async Task A_stream_that_stalls_is_ended()
    {
        _bed.Script(_ => BedrockReply.Say("Hello for ever.") with { Between = token => Task.Delay(Timeout.InfiniteTimeSpan, token) });

        var failure = await Assert.ThrowsAsync<ModelException>(() => ModelTestBed.Ask(_bed.Client([.. s_alone, "--Support:Model:IdleTimeout", "00:00:00.100"])));

        Assert.Equal((ModelFailure.TimedOut, true), (failure.Failure, failure.HasStarted));
    }

    [Fact]
    public async Task A_caller_who_cancels_ends_the_call_and_no_other_is_made()
    {
        using var stop = new CancellationTokenSource();
        _bed.Script(_ => BedrockReply.Fail(BedrockFault.Hangs) with { Before = stop.CancelAsync });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ModelTestBed.Ask(_bed.Client(), cancellationToken: stop.Token));

        Assert.Single(_bed.Calls);
    }

    private void Script(BedrockFault fault, int times, TimeSpan? retryAfter = null) =>
        _bed.Script(_ => BedrockReply.Say("Hello again, my friend.") with { Fault = _bed.Calls.Count <= times ? fault : BedrockFault.None, RetryAfter = retryAfter });
}
