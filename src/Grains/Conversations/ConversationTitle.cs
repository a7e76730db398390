namespace SupportAgents.Grains.Conversations;

/// <summary>A conversation's title: the beginning of its first message.</summary>
public static class ConversationTitle
{
    private const int Length = 80;

    /// <summary>The first line, cut at a word; null for an empty text.</summary>
    public static string? Of(string text)
    {
        var line = text.Trim().Split('\n', 2)[0].Trim();
        if (line.Length <= Length)
            return line.Length == 0 ? null : line;
        var space = line.LastIndexOf(' ', Length);
        return line[..(space > 0 ? space : char.IsHighSurrogate(line[Length - 1]) ? Length - 1 : Length)] + "…";
    }
}
