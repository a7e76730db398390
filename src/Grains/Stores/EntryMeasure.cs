using System.Text.Json.Serialization;
using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Stores;

/// <summary>
/// The little of a log entry that the desk's figures count. It is kept beside the entry, so that a year's figures are
/// read without its words.
/// </summary>
public sealed record EntryMeasure
{
    /// <summary>Which of the counted entries it is.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Of an answer: milliseconds that it took.</summary>
    public long ElapsedMs { get; init; }
    public int ModelCalls { get; init; }
    public long InputTokens { get; init; }
    public long OutputTokens { get; init; }

    /// <summary>What the tokens cost by the price table of that day; 0 without one.</summary>
    public decimal Cost { get; init; }
    public AnswerMode? Mode { get; init; }

    /// <summary>Of an answer: the intents of what was asked.</summary>
    public IReadOnlyList<string>? Intents { get; init; }

    /// <summary>Of a hand-off: why.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a rating: from 1 to 5.</summary>
    public int Rating { get; init; }

    /// <summary>The measure of an entry; null for what is not counted.</summary>
    public static EntryMeasure? Of(ConversationEntry entry) => entry switch
    {
        CustomerSaid => new() { Kind = MeasureKind.Asked },
        // While a person has the conversation the agents' silence is no answer.
        AgentSaid { Answer.Reply.Length: > 0 } said => new()
        {
            Kind = MeasureKind.Answered,
            ElapsedMs = said.Answer.Usage.ElapsedMs,
            ModelCalls = said.Answer.Usage.ModelCalls,
            InputTokens = said.Answer.Usage.InputTokens,
            OutputTokens = said.Answer.Usage.OutputTokens,
            Cost = said.Answer.Usage.Cost,
            Mode = said.Answer.Mode,
            Intents = [.. said.Answer.Requests.Select(request => request.Intent)],
        },
        HandedOff handedOff => new() { Kind = MeasureKind.HandedOff, Reason = handedOff.Reason },
        StaffSaid => new() { Kind = MeasureKind.StaffSaid },
        Rated rated => new() { Kind = MeasureKind.Rated, Rating = rated.Rating },
        _ => null,
    };
}

/// <summary>The entries that are counted.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MeasureKind>))]
public enum MeasureKind { Asked, Answered, HandedOff, StaffSaid, Rated }
