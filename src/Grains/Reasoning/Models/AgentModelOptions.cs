using System.ComponentModel.DataAnnotations;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>How agents work with a model, and the bounds of it; bound from <c>Support:Reasoning</c>.</summary>
public sealed class AgentModelOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Reasoning";

    /// <summary>
    /// The confidence from which the built-in understanding routes a message without asking a model. Default: 0.6. Higher
    /// costs a model call more often; 0 never asks, 1 nearly always.
    /// </summary>
    [Range(0, 1)]
    public double SureOf { get; set; } = 0.6;

    /// <summary>Model calls of one specialist's part; a model that still wants tools then is given up. Default: 8.</summary>
    [Range(2, 50)]
    public int MaxSteps { get; set; } = 8;

    /// <summary>Tool calls that one step may make; the others are refused in words. Default: 16.</summary>
    [Range(1, 100)]
    public int MaxCallsPerStep { get; set; } = 16;

    /// <summary>Characters of one call's arguments as JSON; longer ones are refused in words. Default: 16,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxArgumentCharacters { get; set; } = 16_000;

    /// <summary>Characters of one tool result that the model gets; the rest is cut. Default: 6,000.</summary>
    [Range(200, 1_000_000)]
    public int MaxResultCharacters { get; set; } = 6_000;

    /// <summary>Characters of a reply that are read from the model; the rest is dropped. Default: 8,000.</summary>
    [Range(200, 100_000)]
    public int MaxReplyCharacters { get; set; } = 8_000;

    /// <summary>Tries to say sentences right that did not hold. Default: 1.</summary>
    [Range(0, 5)]
    public int Corrections { get; set; } = 1;

    /// <summary>For one tool call. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan ToolTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For everything that models do in one turn; afterwards the built-in reasoner answers. Default: 45 seconds. It must end
    /// well before <c>Support:Conversations:TurnTimeout</c>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:30:00")]
    public TimeSpan TurnTime { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>For finding the asks of a message. Default: 8 seconds; then the built-in understanding decides.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan RoutingTime { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>For joining several reports. Default: 10 seconds; then they stand one after the other.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan JoiningTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What models may use in one turn. Default: 40 calls and 150,000 tokens.</summary>
    public ModelBudget TurnBudget { get; set; } = new() { Calls = 40, Tokens = 150_000 };

    /// <summary>What models may use in one conversation, however long it is. Default: no limit.</summary>
    public ModelBudget ConversationBudget { get; set; } = new();

    /// <summary>Tokens of earlier talk that a model sees, newest first; what is older is in the summary. Default: 3,000.</summary>
    [Range(0, 1_000_000)]
    public int HistoryTokens { get; set; } = 3_000;

    /// <summary>False asks the model for whole answers. Default: true.</summary>
    public bool Stream { get; set; } = true;

    /// <summary>True when a turn, or its conversation, has no budget left for one more model call.</summary>
    /// <param name="turn">Used in this turn so far.</param>
    /// <param name="before">Used in the conversation before this turn.</param>
    public bool IsSpent(Usage turn, Usage before) => TurnBudget.IsSpent(turn) || ConversationBudget.IsSpent(before + turn);
}
