using System.Globalization;
using CsCheck;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Tests.Tools;

public sealed class CalculatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-2 ** 2", "-4")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("2 ** 3 ** 2", "512")]
    [InlineData("-7 // 2", "-4")]
    [InlineData("8 / 2 / 2", "2")]
    [InlineData("--3", "3")]
    public void Evaluate_follows_the_usual_precedence(string expression, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Calculator.Evaluate(expression));

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1 2")]
    [InlineData("1..2")]
    [InlineData("* 3")]
    [InlineData("2 ** 0.5")]
    [InlineData("2 ** 101")]
    public void Evaluate_refuses_what_is_no_expression(string expression) =>
        Assert.Throws<FormatException>(() => Calculator.Evaluate(expression));

    [Fact]
    public void Evaluate_ends_with_a_value_or_a_named_failure_for_every_text() =>
        Gen.Char["0123456789.+-*/() "].Array[0, 30].Select(chars => new string(chars)).Sample(text =>
        {
            try
            {
                Calculator.Evaluate(text);
            }
            catch (Exception e) when (e is FormatException or DivideByZeroException or OverflowException)
            {
                Assert.NotEmpty(e.Message);
            }
        });
}
