using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Api.Conversations;

namespace SupportAgents.Api.Tests.Conversations;

public sealed class ServerSentEventsTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Silence_is_filled_with_comments()
    {
        var time = new FakeTimeProvider();
        using var written = new SignallingStream();
        var context = new DefaultHttpContext { Response = { Body = written } };
        var item = new TaskCompletionSource<string>();
        var writer = await ServerSentEvents.Start(context);

        var writing = writer.WriteAll(One(item.Task), Period, time, text => new ServerSentEvent("7", "token", text));
        time.Advance(Period);
        await written.Next();
        item.SetResult("{}");
        await writing;

        Assert.Equal(":\n\nid: 7\nevent: token\ndata: {}\n\n", written.Text);
    }

    [Fact]
    public async Task Item_without_a_form_is_left_out()
    {
        using var written = new SignallingStream();
        var writer = await ServerSentEvents.Start(new DefaultHttpContext { Response = { Body = written } });

        await writer.WriteAll(One(Task.FromResult("x")), Period, TimeProvider.System, _ => null);

        Assert.Empty(written.Text);
    }

    private static async IAsyncEnumerable<string> One(Task<string> item, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return await item.WaitAsync(cancellationToken);
    }

    /// <summary>Tells when something was written.</summary>
    private sealed class SignallingStream : MemoryStream
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        public Task Next() => _written.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (Length > 0)
                _written.TrySetResult();
            return base.FlushAsync(cancellationToken);
        }
    }
}
