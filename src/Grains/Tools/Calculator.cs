namespace SupportAgents.Grains.Tools;

/// <summary>
/// Exact decimal arithmetic with <c>+ - * / // **</c> and parentheses; <c>//</c> divides and rounds down, <c>**</c>
/// takes whole exponents.
/// </summary>
public sealed class Calculator
{
    private const int MaxExponent = 100;
    private const int MaxLength = 200;
    private readonly string _text;
    private int _at;

    private Calculator(string text) => _text = text;

    /// <summary>True when the text has only digits, operators, points, parentheses and spaces.</summary>
    public static bool HasOnlyValidCharacters(string expression) => expression.All(c => c is ' ' or '.' or '(' or ')' or '+' or '-' or '*' or '/' or (>= '0' and <= '9'));

    /// <summary>The value, not rounded.</summary>
    /// <exception cref="FormatException">It is no expression, or longer than 200 characters.</exception>
    /// <exception cref="DivideByZeroException">It divides by zero.</exception>
    /// <exception cref="OverflowException">A value on the way is too large.</exception>
    public static decimal Evaluate(string expression)
    {
        if (expression.Length > MaxLength)
            throw new FormatException($"an expression has at most {MaxLength} characters");
        var calculator = new Calculator(expression);
        var value = calculator.Sum();
        return calculator.Peek() is null ? value : throw calculator.Unexpected();
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take("+")) value += Product();
            else if (Take("-")) value -= Product();
            else return value;
        }
    }

    private decimal Product()
    {
        var value = Signed();
        while (true)
        {
            if (Take("//")) value = decimal.Floor(value / Signed());
            else if (Take("/")) value /= Signed();
            else if (Peek() == '*' && !Take("**", consume: false) && Take("*")) value *= Signed();
            else return value;
        }
    }

    private decimal Signed() => Take("-") ? -Signed() : Take("+") ? Signed() : Power();

    private decimal Power()
    {
        var value = Atom();
        return Take("**") ? Raise(value, Signed()) : value;
    }

    private decimal Atom()
    {
        if (Take("("))
        {
            var inner = Sum();
            return Take(")") ? inner : throw Unexpected();
        }
        Peek();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        return decimal.TryParse(_text.AsSpan(start, _at - start), System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected();
    }

    private static decimal Raise(decimal value, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent) || Math.Abs(exponent) > MaxExponent)
            throw new FormatException($"an exponent is a whole number of at most {MaxExponent}");
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power *= value;
        return exponent < 0 ? 1m / power : power;
    }

    private char? Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at < _text.Length ? _text[_at] : null;
    }

    private bool Take(string token, bool consume = true)
    {
        Peek();
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
            return false;
        if (consume)
            _at += token.Length;
        return true;
    }

    private FormatException Unexpected() => new(_at < _text.Length
        ? $"'{_text[_at]}' is not expected at position {_at + 1}"
        : "it ends too early");
}
