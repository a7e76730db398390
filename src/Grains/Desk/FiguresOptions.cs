using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Grains.Desk;

/// <summary>
/// What model calls cost in the desk's figures where the models have no price of their own (<c>Support:Model:Prices</c>, kept
/// with each answer); bound from <c>Support:Figures</c>.
/// </summary>
public sealed class FiguresOptions
{
    /// <summary>The price of a million input tokens. Default: 3.</summary>
    [Range(0, 1_000_000)]
    public decimal InputPerMillion { get; set; } = 3;

    /// <summary>The price of a million output tokens. Default: 15.</summary>
    [Range(0, 1_000_000)]
    public decimal OutputPerMillion { get; set; } = 15;

    /// <summary>Their currency. Default: USD.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; set; } = "USD";
}
