using System.Collections.Concurrent;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests;

/// <summary>The process dies in the middle of many conversations.</summary>
public sealed class CrashTests
{
    private const int Conversations = 100;
    private static readonly string[] Customers = ["demo-anna", "demo-kenji", "demo-marcus", "demo-priya", "demo-zoe"];

    [Fact]
    public async Task Every_acknowledged_message_survives_a_kill_and_every_conversation_goes_on()
    {
        await using var server = await StandaloneServer.Start();
        var clients = Customers.ToDictionary(id => id, id => server.As(id));
        var chats = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(i => Chat.Open(clients[Customers[i % Customers.Length]])));
        var acknowledged = new ConcurrentBag<(int Chat, string Text)>();

        using var stop = new CancellationTokenSource();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var talking = Enumerable.Range(0, Conversations).Select(i => Task.Run(async () =>
        {
            for (var turn = 0; !stop.IsCancellationRequested; turn++)
            {
                var text = $"Where is my last order? (conversation {i}, turn {turn})";
                try
                {
                    await chats[i].Say(text, $"m-{i}-{turn}");
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                {
                    return;
                }
                acknowledged.Add((i, text));
                if (acknowledged.Count >= Conversations * 3)
                    enough.TrySetResult();
            }
        })).ToArray();
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(talking);

        await server.Run();
        for (var i = 0; i < Conversations; i++)
        {
            var answer = await chats[i].Say("And which orders do I have?");
            Assert.NotEmpty(answer.Reply);
            var history = (await chats[i].History()).Where(item => item.Role == "customer").Select(item => item.Text).ToHashSet();
            Assert.All(acknowledged.Where(one => one.Chat == i), one => Assert.Contains(one.Text, history));
        }
    }
}
