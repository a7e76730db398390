using System.Net.Http.Json;
using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Knowledge;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>
/// Compares a reply of the troubleshooting agent, up to a question that is put again, with what it cites: each sentence stands word for word in a cited
/// section, or is one of the desk's own, which only lead, ask, offer and tell the customer's own records.
/// </summary>
internal sealed partial class CitedClaims(HttpClient client)
{
    private const string Agent = "troubleshooting";
    private const int ShortestOwn = 8;

    /// <summary>Of the customer's records only the middle of a sentence is the desk's: "Your … is under warranty until …".</summary>
    private const int LongOwn = 16;

    private static readonly Lazy<List<string>> s_own = new(() =>
        [.. new[] { "src/Grains/Specialists/Troubleshooting/TroubleshootingReplies.yaml", "src/Grains/Reasoning/CommonReplies.yaml", "src/Grains/Supervisor/DeskReplies.yaml" }
            .SelectMany(file => Fragment().Split(File.ReadAllText(Repository.File(file.Split('/')))))
            .SelectMany(text => Sentences.Of(text.Replace("\\n", "\n", StringComparison.Ordinal))).Select(Letters)
            .Where(letters => letters.Length >= ShortestOwn).Distinct()]);

    public async Task<IReadOnlyList<string>> Faults(Answer answer)
    {
        if (answer.Citations.Count == 0 || answer.Requests.Any(request => request.Agent != Agent))
            return [];
        var cited = "";
        foreach (var citation in answer.Citations)
        {
            var section = await client.GetFromJsonAsync<CitedSection>(
                $"/v1/knowledge/sections?documentId={Uri.EscapeDataString(citation.DocumentId)}&section={Uri.EscapeDataString(citation.Section)}", Chat.Json);
            if (section!.Section != citation.Section)
                return [$"the citation opens no section: {citation.Title} > {citation.Section}"];
            cited += $"|{Letters(section.Text)}|{Letters(section.Title)}{Letters(section.Section)}";
        }
        return [.. Sentences.Of(answer.Reply.Split("Back to “")[0]).Select(sentence => (sentence, Letters: Letters(Sentences.WithoutMark(sentence))))
            .Where(one => one.Letters.Length > 0 && !cited.Contains(one.Letters, StringComparison.Ordinal) && !IsOwn(one.Letters))
            .Select(one => $"an uncited claim: “{one.sentence}”")];
    }

    private static bool IsOwn(string letters) =>
        letters.StartsWith("source", StringComparison.Ordinal)
        || s_own.Value.Exists(own => letters.StartsWith(own, StringComparison.Ordinal) || own.Contains(letters, StringComparison.Ordinal) || (own.Length >= LongOwn && letters.Contains(own, StringComparison.Ordinal)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\{\{.*?\}\}|^\s*- ""|""\s*$", RegexOptions.Multiline)]
    private static partial Regex Fragment();
}
