using System.Text;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>Questions about manuals as a customer asks them: in a conversation in which the product was named.</summary>
public sealed class ManualAnswerTests(ManualsHost host, ITestOutputHelper output) : IClassFixture<ManualsHost>
{
    /// <summary>Names a folder into which the answers are written, for reading.</summary>
    private const string TranscriptFolder = "SUPPORT_TRANSCRIPTS";

    [SkippableFact]
    public async Task Most_questions_are_answered_from_the_section_that_has_the_answer()
    {
        var folder = SharedData.Require("eshop-support");
        await host.Indexed();
        var paths = ManualsHost.Lines(folder, "manual-sections.jsonl").ToDictionary(line => line.GetProperty("section_id").GetString()!,
            line => string.Join(" > ", line.GetProperty("heading_path").EnumerateArray().Select(heading => heading.GetString())));
        var transcript = new StringBuilder();
        var (answered, right, labelled) = (0, 0, 0);
        var questions = ManualsHost.Lines(folder, "evalquestions-dev.jsonl").ToList();
        using var client = host.As(ManualsHost.Customer);
        foreach (var question in questions)
        {
            var chat = await Chat.Open(client);
            await chat.Say($"I have a question about the {question.GetProperty("product").GetString()}.");
            var answer = await chat.Say(question.GetProperty("question").GetString()!);
            var sections = question.GetProperty("weak_sections").EnumerateArray().Select(id => paths[id.GetString()!]).ToHashSet();
            var isRight = answer.Citations.Any(citation => sections.Contains(citation.Section));
            answered += answer.Citations.Count > 0 ? 1 : 0;
            labelled += sections.Count > 0 ? 1 : 0;
            right += isRight ? 1 : 0;
            transcript.AppendLine($"{(isRight ? "=" : sections.Count == 0 ? "?" : "!")} {question.GetProperty("question_id")} {question.GetProperty("product").GetString()}: {question.GetProperty("question").GetString()}")
                .AppendLine($"  wanted: {question.GetProperty("expected_answer").GetString()} [{string.Join("; ", sections)}]")
                .AppendLine($"  {string.Join(", ", answer.Requests.Select(request => $"{request.Intent}:{request.Status}"))}").AppendLine(answer.Reply).AppendLine();
        }
        var told = $"{questions.Count} questions, {answered} answered with a citation; of {labelled} with a labelled section {right} cite it ({right / (double)labelled:P0})";
        output.WriteLine(told);
        if (Environment.GetEnvironmentVariable(TranscriptFolder) is { Length: > 0 } transcripts)
            await File.WriteAllTextAsync(Path.Combine(transcripts, "manual-answers.txt"), $"{told}\n\n{transcript}");
        Assert.True(answered >= 0.94 * questions.Count && right >= 0.77 * labelled, told);
    }
}
