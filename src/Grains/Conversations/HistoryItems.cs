using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Conversations;

/// <summary>The one mapping from log entries to what a reader of the conversation sees.</summary>
public static class HistoryItems
{
    /// <summary>The item, or null for what a history does not show. Texts are verbatim.</summary>
    public static HistoryItem? From(LogEntry log) => log.Entry switch
    {
        CustomerSaid said => Item(log, said.TurnId, "customer", said.Message.Text),
        AgentSaid { Answer.Reply.Length: > 0 } said => Item(log, $"{said.TurnId}.answer", "agent", said.Answer.Reply) with { Answer = said.Answer },
        StaffSaid said => Item(log, $"s_{log.Seq}", "staff", said.Text),
        HandedOff => Item(log, $"s_{log.Seq}", "system", "Handed to a person."),
        StaffAssigned assigned => Item(log, $"s_{log.Seq}", "system", $"{assigned.Name} joined the conversation."),
        HandedBack => Item(log, $"s_{log.Seq}", "system", "Handed back to the agents."),
        TurnCancelled => Item(log, $"s_{log.Seq}", "system", "Stopped."),
        Closed => Item(log, $"s_{log.Seq}", "system", "Conversation closed."),
        _ => null,
    };

    private static HistoryItem Item(LogEntry log, string id, string role, string text) =>
        new() { Id = id, Seq = log.Seq, Role = role, Text = text, At = log.At };
}
