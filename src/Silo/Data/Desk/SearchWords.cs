using System.Text.Json;
using Dapper;
using SupportAgents.Conversations;
using SupportAgents.Silo.Data.Conversations;

namespace SupportAgents.Silo.Data.Desk;

/// <summary>The words of a search, as conditions for the database and as a check of what somebody said.</summary>
internal sealed class SearchWords(string text)
{
    private const int MaxWords = 8;
    private const int Around = 80;
    private const string Particulars =
        "lower(c.id || ' ' || c.customer_id || ' ' || coalesce(c.title, '') || ' ' || coalesce(c.hand_off_reason, '') || ' ' || coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '') || ' ' || coalesce(p.email, ''))";

    private readonly string[] _words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>True where the words may be in a conversation <c>c</c> or its customer <c>p</c>.</summary>
    public string Condition => IsEmpty
        ? "true"
        : $"(({All(Particulars, "w")}) OR EXISTS (SELECT 1 FROM conversation_log l WHERE l.conversation_id = c.id AND {InEntry}))";

    /// <summary>True where the words may be in the log entry <c>l</c>.</summary>
    public string InEntry => All("lower(l.entry)", "j");

    /// <summary>The patterns that the conditions name.</summary>
    public DynamicParameters Arguments()
    {
        var arguments = new DynamicParameters();
        for (var i = 0; i < _words.Length; i++)
        {
            var word = _words[i].ToLowerInvariant();
            arguments.Add($"w{i}", Pattern(word));
            // Entries are JSON: what it escapes is escaped there too.
            arguments.Add($"j{i}", Pattern(JsonSerializer.Serialize(word, StoredText.Json)[1..^1]));
        }
        return arguments;
    }

    /// <summary>The text around the first word, when the entry is something said that has all of them.</summary>
    public string? Excerpt(ConversationEntry entry)
    {
        if (Said(entry) is not { } said || !_words.All(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return null;
        var at = said.IndexOf(_words[0], StringComparison.OrdinalIgnoreCase);
        var (from, to) = (Math.Max(0, at - Around), Math.Min(said.Length, at + _words[0].Length + Around));
        from += from > 0 && char.IsLowSurrogate(said[from]) ? 1 : 0;
        to -= to < said.Length && char.IsHighSurrogate(said[to - 1]) ? 1 : 0;
        return $"{(from > 0 ? "…" : "")}{said[from..to].ReplaceLineEndings(" ").Trim()}{(to < said.Length ? "…" : "")}";
    }

    /// <summary>True when the conversation's particulars may have been what was found; the e-mail address is only in the database.</summary>
    public bool AreIn(ConversationRow row) => IsEmpty || row.FoundInParticulars;

    /// <summary>The column <c>found_in_particulars</c> of a query over <c>c</c> and <c>p</c>.</summary>
    public string ParticularsColumn => IsEmpty ? "true AS found_in_particulars" : $"({All(Particulars, "w")}) AS found_in_particulars";

    private string All(string haystack, string prefix) =>
        string.Join(" AND ", _words.Select((_, i) => $"{haystack} LIKE @{prefix}{i} ESCAPE '!'"));

    private static string Pattern(string word) =>
        $"%{word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    private static string? Said(ConversationEntry entry) => entry switch
    {
        CustomerSaid said => said.Message.Text,
        AgentSaid said => said.Answer.Reply,
        StaffSaid said => said.Text,
        NoteAdded note => note.Text,
        HandedOff handedOff => handedOff.Reason,
        Closed closed => closed.Outcome,
        Rated rated => rated.Comment,
        _ => null,
    };
}
