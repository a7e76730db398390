using System.Net.Http.Json;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Knowledge;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>
/// Compares every reply that cites, and every reply of the troubleshooting agent, with what it cites: up to a question
/// that is put again, each sentence stands word for word in a cited section or is one of the agents' own, which only lead,
/// ask, offer and tell the customer's own records.
/// </summary>
internal sealed class CitedClaims(HttpClient client)
{
    private const string Agent = "troubleshooting";

    public async Task<IReadOnlyList<string>> Faults(Answer answer)
    {
        if (answer.Citations.Count == 0 && !answer.Requests.Any(request => request.Agent == Agent))
            return [];
        var cited = "";
        foreach (var citation in answer.Citations)
        {
            var section = await client.GetFromJsonAsync<CitedSection>(
                $"/v1/knowledge/sections?documentId={Uri.EscapeDataString(citation.DocumentId)}&section={Uri.EscapeDataString(citation.Section)}", Chat.Json);
            if (section!.Section != citation.Section)
                return [$"the citation opens no section: {citation.Title} > {citation.Section}"];
            cited += $"|{OwnWords.Letters(section.Text)}|source{OwnWords.Letters(section.Title)}{OwnWords.Letters(section.Section)}";
        }
        return [.. Sentences.Of(answer.Reply.Split("Back to “")[0]).Select(Sentences.WithoutMark)
            .Where(sentence => OwnWords.Letters(sentence) is { Length: > 0 } letters && !cited.Contains(letters, StringComparison.Ordinal) && !OwnWords.Has(sentence, answer))
            .Select(sentence => $"an uncited claim: “{sentence}”")];
    }
}
