using System.ComponentModel;
using System.Globalization;

namespace SupportAgents.Grains.Tools;

/// <summary>Arguments of <c>calculate</c>.</summary>
public sealed record CalculateArguments
{
    [Description("An expression of numbers, + - * / and parentheses, such as '(19.99 + 5) * 2'")]
    public required string Expression { get; init; }
}

/// <summary>Sums that must not be left to a model.</summary>
public sealed class CalculateTool : IToolset
{
    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Read<CalculateArguments>("calculate", "Computes an arithmetic expression exactly and rounds the result to two places.",
            (_, arguments, _) => Task.FromResult(Run(arguments.Expression))),
    ];

    private static ToolResult Run(string expression)
    {
        if (!Calculator.HasOnlyValidCharacters(expression))
            return ToolResult.Refused("invalid_characters_in_expression", "An expression holds only digits, + - * / ( ) . and spaces.");
        try
        {
            var result = Math.Round(Calculator.Evaluate(expression), 2, MidpointRounding.ToEven);
            return ToolResult.Found(new { expression, result }, result.ToString("0.0#", CultureInfo.InvariantCulture));
        }
        catch (DivideByZeroException)
        {
            return ToolResult.Refused("division_by_zero", "A number cannot be divided by zero.");
        }
        catch (OverflowException)
        {
            return ToolResult.Refused("result_too_large", "The result is too large.");
        }
        catch (FormatException e)
        {
            return ToolResult.Refused("invalid_expression", $"The expression cannot be computed: {e.Message}.");
        }
    }
}
