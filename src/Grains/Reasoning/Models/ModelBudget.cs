using System.Globalization;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// What models may use up within a span: a turn, a conversation, a day. It is looked at before each call, so the call that
/// crosses it is still made; afterwards the built-in reasoner answers. Default of each: no limit.
/// </summary>
public sealed class ModelBudget
{
    /// <summary>Model calls.</summary>
    public int? Calls { get; set; }

    /// <summary>Tokens, read and written.</summary>
    public long? Tokens { get; set; }

    /// <summary>Money by the price table (<c>Support:Model:Prices</c>), in its currency.</summary>
    public decimal? Cost { get; set; }

    /// <summary>False where a limit is below 0.</summary>
    public bool IsValid => !(Calls < 0 || Tokens < 0 || Cost < 0);

    /// <inheritdoc/>
    public override string ToString()
    {
        (string Name, object? Limit)[] limits = [(nameof(Calls), Calls), (nameof(Tokens), Tokens), (nameof(Cost), Cost)];
        var given = limits.Where(one => one.Limit is not null).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Limit}")).ToList();
        return given.Count == 0 ? "no limit" : string.Join(", ", given);
    }

    /// <summary>True when nothing is left.</summary>
    public bool IsSpent(Usage used) => used.ModelCalls >= Calls || used.InputTokens + used.OutputTokens >= Tokens || used.Cost >= Cost;
}
