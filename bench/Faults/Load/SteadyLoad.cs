using System.Collections.Concurrent;
using System.Diagnostics;
using SupportAgents.Bench.Faults.Shop;
using SupportAgents.Bench.Load;
using SupportAgents.Conversations;

namespace SupportAgents.Bench.Faults.Load;

/// <summary>
/// Customers who talk without end: each conversation reads an order, cancels it and confirms. A client repeats what failed,
/// under the same key, as a program or a page does; every failure that it saw is kept.
/// </summary>
internal sealed class SteadyLoad(ShopVisitors shop, int atOnce, TimeSpan pause) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Talk> _talks = [];
    private readonly ConcurrentBag<Call> _calls = [];
    private Task _talking = Task.CompletedTask;
    private int _last = -1;

    /// <summary>Time since the load began.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>The conversations, once it has ended.</summary>
    public IReadOnlyCollection<Talk> Talks => _talks;

    /// <summary>Every call to the gateway.</summary>
    public IReadOnlyCollection<Call> Calls => _calls;

    /// <summary>Begins.</summary>
    public void Begin() => _talking = Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(TalkOn)));

    /// <summary>Lets the conversations that are under way come to their end.</summary>
    public async Task End()
    {
        await _stop.CancelAsync();
        await _talking;
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        _stop.Dispose();
    }

    private async Task TalkOn()
    {
        while (!_stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _last);
            if (await Persist(cancellationToken => shop.Open(number, cancellationToken)) is not { } visit)
                continue;
            var order = FaultShop.OrderOf(number);
            var messages = new List<SentMessage>();
            foreach (var (kind, text) in ((string, string)[])
            [
                ("status", $"Where is my order {order}?"),
                ("cancel", $"Please cancel order {order}, I ordered it by mistake"),
                ("confirm", "yes"),
                ("thanks", "Thank you"),
            ])
            {
                messages.Add(await Send(visit, $"k-{number}-{kind}", text));
                await Task.Delay(pause);
            }
            _talks.Add(new Talk(number, visit, messages));
        }
    }

    private async Task<SentMessage> Send(ShopVisitors.Visit visit, string key, string text)
    {
        var begun = Now;
        return new SentMessage(key, begun, await Persist(cancellationToken => visit.Say(text, key, cancellationToken)));
    }

    private async Task<T?> Persist<T>(Func<CancellationToken, Task<T>> call) where T : class
    {
        var (begun, failures) = (Now, new List<FailedTry>());
        T? result = null;
        while (result is null && Now - begun < Patience)
        {
            try
            {
                result = await call(CancellationToken.None);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                failures.Add(new FailedTry(Now, e is HttpRequestException { StatusCode: { } status } ? $"HTTP {(int)status}" : e.GetType().Name));
                await Task.Delay(BetweenTries);
            }
        }
        _calls.Add(new Call(begun, Now, result is not null, failures));
        return result;
    }
}
