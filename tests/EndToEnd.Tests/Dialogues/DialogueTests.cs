using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>Scripted talks with the demo shop over HTTP; <c>README.md</c> says how they are written.</summary>
public sealed class DialogueTests(DialogueHost host, ITestOutputHelper output) : IClassFixture<DialogueHost>
{
    /// <summary>Names a folder into which every transcript is written, for reading.</summary>
    private const string TranscriptFolder = "SUPPORT_TRANSCRIPTS";

    public static TheoryData<string, string> Scripts()
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, script) in Script.All())
            data.Add(file, script.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_scripted_talk_goes_as_written(string file, string name)
    {
        var run = new DialogueRun(host, Script.Find(file, name));
        try
        {
            await run.Run();
        }
        finally
        {
            output.WriteLine(run.Transcript);
            if (Environment.GetEnvironmentVariable(TranscriptFolder) is { Length: > 0 } folder)
                await File.AppendAllTextAsync(Path.Combine(folder, $"{Path.ChangeExtension(file, null).Replace(Path.DirectorySeparatorChar, '-')}.txt"), $"=== {name}\n\n{run.Transcript}\n");
        }
        Assert.True(run.Faults.Count == 0, $"{string.Join("\n", run.Faults)}\n\n{run.Transcript}");
    }

    [Fact]
    public void No_two_talks_of_a_file_have_one_name() =>
        Assert.Empty(Script.All().GroupBy(one => (one.File, one.Script.Name)).Where(same => same.Count() > 1).Select(same => same.Key));
}
