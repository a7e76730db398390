using System.Text.Json;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>
/// The rule of one kind of proposal: a pure function of the arguments and the records. The same function makes the
/// quote and, on the records as they are under lock, decides the confirmation.
/// </summary>
public sealed class WriteRule
{
    private readonly Func<JsonText, ProposalFacts, DateTimeOffset, Verdict> _judge;

    private WriteRule(string kind, Func<JsonText, ProposalFacts, DateTimeOffset, Verdict> judge) => (Kind, _judge) = (kind, judge);

    /// <summary>The kind of proposal that it judges.</summary>
    public string Kind { get; }

    /// <summary>A rule over typed arguments.</summary>
    public static WriteRule Of<TArguments>(string kind, Func<TArguments, ProposalFacts, DateTimeOffset, Verdict> judge)
        where TArguments : notnull =>
        new(kind, (json, facts, now) => judge(JsonSerializer.Deserialize<TArguments>(json.Json, ToolArguments.Options)!, facts, now));

    /// <summary>A rule that does not depend on the time.</summary>
    public static WriteRule Of<TArguments>(string kind, Func<TArguments, ProposalFacts, Verdict> judge) where TArguments : notnull =>
        Of<TArguments>(kind, (arguments, facts, _) => judge(arguments, facts));

    /// <summary>Holds stored arguments against the records.</summary>
    public Verdict Judge(JsonText arguments, ProposalFacts facts, DateTimeOffset now) => _judge(arguments, facts, now);
}
