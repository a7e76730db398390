using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>Scripted talks with the demo shop over HTTP: <c>Dialogues/*.json</c>, one file a specialist.</summary>
[Collection(DemoHostCollection.Name)]
public sealed class DialogueTests(DemoHost host, ITestOutputHelper output)
{
    public static TheoryData<string, string> Scripts()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Dialogues"), "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var script in Read(file))
                data.Add(Path.GetFileName(file), script.Name);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_scripted_talk_goes_as_written(string file, string name)
    {
        var script = Read(Path.Combine(AppContext.BaseDirectory, "Dialogues", file)).Single(one => one.Name == name);
        using var client = host.As(script.Customer);
        var chat = await Chat.Open(client);
        foreach (var turn in script.Turns)
        {
            var answer = await chat.Say(turn.Say);
            output.WriteLine($"> {turn.Say}\n[{answer.Status}] {string.Join(", ", answer.Requests.Select(request => $"{request.Intent}:{request.Status}"))}\n{answer.Reply}\n");
            if (turn.Status is { } status)
                Assert.Equal(status, answer.Status);
            foreach (var agent in turn.Agents ?? [])
                Assert.Contains(agent, answer.Requests.Select(request => request.Agent));
            foreach (var words in turn.Has ?? [])
                Assert.Contains(words, answer.Reply, StringComparison.OrdinalIgnoreCase);
            foreach (var words in turn.HasNot ?? [])
                Assert.DoesNotContain(words, answer.Reply, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Script[] Read(string file) => JsonSerializer.Deserialize<Script[]>(File.ReadAllText(file), Chat.Json)!;

    private sealed record Script(string Name, string Customer, Turn[] Turns);

    private sealed record Turn(string Say, AnswerStatus? Status, string[]? Agents, string[]? Has, string[]? HasNot);
}
