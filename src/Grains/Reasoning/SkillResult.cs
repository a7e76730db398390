using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning;

/// <summary>What a skill did about one ask.</summary>
public sealed record SkillResult
{
    /// <summary>Markdown for the customer.</summary>
    public required string Reply { get; init; }

    /// <summary>What became of the ask.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>Why, where it was declined or waits.</summary>
    public string? Reason { get; init; }

    /// <summary>Set while the ask waits for the customer; replaces the one that was resumed.</summary>
    public OpenAsk? Open { get; init; }
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What "it" means from now on; null leaves it.</summary>
    public Focus? Focus { get; init; }

    /// <summary>Asks that turned out to be in this one, to be served when it is settled: "both my orders".</summary>
    public IReadOnlyList<Agents.UnderstoodRequest> Further { get; init; } = [];

    /// <summary>What was gathered for the ask, should the customer come back to it; null when there is nothing.</summary>
    public Shop.JsonText? Memory { get; init; }

    /// <summary>Set when a person must take over: why.</summary>
    public string? HandOffReason { get; init; }

    /// <summary>The ask is served.</summary>
    public static SkillResult Done(string reply) => new() { Reply = reply, Status = RequestStatus.Done };

    /// <summary>The ask is refused, with the rule and the facts.</summary>
    public static SkillResult Declined(string reply, string reason) => new() { Reply = reply, Status = RequestStatus.Declined, Reason = reason };

    /// <summary>The ask waits for the customer; the question is the reply.</summary>
    public static SkillResult Ask(OpenAsk open) =>
        new() { Reply = open.Question, Status = RequestStatus.Waiting, Reason = $"waiting for your answer: {open.Awaiting.Replace('_', ' ')}", Open = open };

    /// <summary>A person is needed.</summary>
    public static SkillResult HandOff(string reply, string reason) =>
        new() { Reply = reply, Status = RequestStatus.HandedOff, Reason = reason, HandOffReason = reason };
}
