using SupportAgents.Agents;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>How well labelled messages are understood, and that it does not get worse.</summary>
public sealed class FiguresTests(UnderstandingFixture understanding, ITestOutputHelper output) : IClassFixture<UnderstandingFixture>
{
    private const int WorstConfusions = 25;

    /// <summary>Of the requests with a confidence of 0.8 or more, at least so many are right.</summary>
    private const double Sure = 0.9;

    /// <summary>Messages that nobody looks at who works on the understanding: of these only the figures are told.</summary>
    private const string HeldOut = "held-out";

    [Theory]
    [InlineData("own", 0.95, 0.94, 0.90, 0.93, 0.01)]
    [InlineData("development", 0.92, 0.91, 0.82, 0.85, 0.03)]
    [InlineData(HeldOut, 0.88, 0.84, 0.70, 0.81, 0.03)]
    public async Task Messages_are_understood_at_least_this_well(string folder, double agent, double intent, double allFound, double outOfScope, double refused)
    {
        var figures = new Figures(await ReadAll(folder));

        Print(folder, figures);
        Assert.True(figures.AgentRight >= agent, $"agent right {figures.AgentRight:P1}");
        Assert.True(figures.IntentRight >= intent, $"intent right {figures.IntentRight:P1}");
        Assert.True(figures.AllFound >= allFound, $"all asks found {figures.AllFound:P1}");
        Assert.True(figures.OutOfScopeCaught >= outOfScope, $"out of scope caught {figures.OutOfScopeCaught:P1}");
        Assert.True(figures.Confident.Right >= Sure, $"of the sure ones right {figures.Confident.Right:P1}");
        Assert.True(figures.InScopeRefused <= refused, $"in scope refused {figures.InScopeRefused:P1}");
    }

    [Fact]
    public void Every_intent_has_test_messages()
    {
        var tested = LabelledMessage.ReadAll("own").SelectMany(message => message.Asks).SelectMany(ask => ask).ToHashSet();

        Assert.Empty(Intents.Agent.Keys.Except(tested));
    }

    private async Task<List<(LabelledMessage, IReadOnlyList<UnderstoodRequest>)>> ReadAll(string folder)
    {
        var read = new List<(LabelledMessage, IReadOnlyList<UnderstoodRequest>)>();
        foreach (var message in LabelledMessage.ReadAll(folder))
            read.Add((message, await understanding.Read(message.Text)));
        return read;
    }

    private void Print(string folder, Figures figures)
    {
        output.WriteLine($"== {folder}");
        foreach (var line in figures.Lines())
            output.WriteLine(line);
        if (folder == HeldOut)
            return;
        foreach (var (right, taken, count) in figures.Confusions.Take(WorstConfusions))
            output.WriteLine($"{count,4} {right} taken for {taken}");
    }
}
