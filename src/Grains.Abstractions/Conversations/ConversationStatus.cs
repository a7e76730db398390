using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Conversations;

/// <summary>Who owns a conversation now.</summary>
[GenerateSerializer, Alias("conversation-status")]
[JsonConverter(typeof(SnakeCaseEnumConverter<ConversationStatus>))]
public enum ConversationStatus
{
    /// <summary>The agents answer.</summary>
    Open,

    /// <summary>It waits for a person; the agents stay silent.</summary>
    WaitingForPerson,

    /// <summary>A person owns it; the agents stay silent.</summary>
    WithPerson,

    /// <summary>Done. A new message opens it again.</summary>
    Closed,
}
