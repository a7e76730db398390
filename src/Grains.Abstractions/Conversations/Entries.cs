using System.Text.Json.Serialization;
using SupportAgents.Agents;
using SupportAgents.Shop;

namespace SupportAgents.Conversations;

/// <summary>
/// Something that happened in a conversation. One closed set serves the log (stored), the stream from agents to the
/// conversation, and the events that clients follow; the JSON member <c>kind</c> tells which one it is.
/// </summary>
[GenerateSerializer, Immutable, Alias("entry")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CustomerSaid), "customer_said")]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(AgentStarted), "agent_started")]
[JsonDerivedType(typeof(ToolCalled), "tool_called")]
[JsonDerivedType(typeof(TokenProduced), "token")]
[JsonDerivedType(typeof(AgentReported), "agent_reported")]
[JsonDerivedType(typeof(AgentSaid), "agent_said")]
[JsonDerivedType(typeof(TurnCancelled), "turn_cancelled")]
[JsonDerivedType(typeof(HandedOff), "handed_off")]
[JsonDerivedType(typeof(StaffAssigned), "staff_assigned")]
[JsonDerivedType(typeof(StaffSaid), "staff_said")]
[JsonDerivedType(typeof(NoteAdded), "note_added")]
[JsonDerivedType(typeof(HandedBack), "handed_back")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract record ConversationEntry
{
    /// <summary>True for what followers see while it happens and the log does not keep.</summary>
    [JsonIgnore] public virtual bool IsEphemeral => false;

    /// <summary>True when the customer may see it; the rest is for staff.</summary>
    [JsonIgnore] public virtual bool IsPublic => true;
}

/// <summary>The customer's message, stored before anything is done about it. It starts a turn.</summary>
[GenerateSerializer, Immutable, Alias("customer-said")]
public sealed record CustomerSaid : ConversationEntry
{
    [Id(0)] public required string TurnId { get; init; }
    [Id(1)] public required CustomerMessage Message { get; init; }

    /// <summary>The staff member who wrote it on the customer's behalf; null for the customer.</summary>
    [Id(2)] public string? OnBehalfBy { get; init; }
}

/// <summary>The supervisor's plan: what was asked, and of whom.</summary>
[GenerateSerializer, Immutable, Alias("planned")]
public sealed record Planned : ConversationEntry
{
    [Id(0)] public required IReadOnlyList<UnderstoodRequest> Requests { get; init; }
}

/// <summary>A specialist began its part.</summary>
[GenerateSerializer, Immutable, Alias("agent-started")]
public sealed record AgentStarted : ConversationEntry
{
    [Id(0)] public required string Agent { get; init; }
}

/// <summary>A specialist used a tool.</summary>
[GenerateSerializer, Immutable, Alias("tool-called")]
public sealed record ToolCalled : ConversationEntry
{
    [Id(0)] public required string Agent { get; init; }
    [Id(1)] public required string Tool { get; init; }

    /// <summary>The arguments as a JSON object.</summary>
    [Id(2)] public required JsonText Arguments { get; init; }

    /// <summary><c>ok</c>, <c>proposed</c>, or the refusal's stable code.</summary>
    [Id(3)] public required string Outcome { get; init; }

    /// <summary>The tool's answer as a sentence.</summary>
    [Id(4)] public string? Text { get; init; }
}

/// <summary>A piece of the reply, as the model makes it.</summary>
[GenerateSerializer, Immutable, Alias("token")]
public sealed record TokenProduced : ConversationEntry
{
    [Id(0)] public required string Agent { get; init; }
    [Id(1)] public required string Text { get; init; }

    /// <inheritdoc/>
    public override bool IsEphemeral => true;
}

/// <summary>A specialist's report to its supervisor; ends its stream and is not kept.</summary>
[GenerateSerializer, Immutable, Alias("agent-reported")]
public sealed record AgentReported : ConversationEntry
{
    [Id(0)] public required AgentReport Report { get; init; }

    /// <inheritdoc/>
    public override bool IsEphemeral => true;

    /// <inheritdoc/>
    public override bool IsPublic => false;
}

/// <summary>The answer to a turn, which ends it, and what the agents remember from it.</summary>
[GenerateSerializer, Immutable, Alias("agent-said")]
public sealed record AgentSaid : ConversationEntry
{
    [Id(0)] public required string TurnId { get; init; }
    [Id(1)] public required Answer Answer { get; init; }
    [Id(2)] public required DialogueState Dialogue { get; init; }
}

/// <summary>The turn was stopped by the customer.</summary>
[GenerateSerializer, Immutable, Alias("turn-cancelled")]
public sealed record TurnCancelled : ConversationEntry
{
    [Id(0)] public required string TurnId { get; init; }
}
