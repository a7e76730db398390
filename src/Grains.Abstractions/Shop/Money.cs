using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Shop;

/// <summary>
/// An amount in the shop's currency, held as whole cents. In JSON it is a decimal number with at most two places;
/// a number with more places is refused.
/// </summary>
[GenerateSerializer, Immutable, Alias("money")]
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money([property: Id(0)] long Cents) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount as a decimal number of currency units, scale two.</summary>
    public decimal Amount => new decimal(Cents) / 100m;

    /// <summary>The amount without its sign.</summary>
    public Money Magnitude => new(Math.Abs(Cents));

    /// <summary>True below zero.</summary>
    public bool IsNegative => Cents < 0;

    /// <summary>Converts a decimal number of currency units.</summary>
    /// <exception cref="FormatException">It has more than two decimal places or does not fit.</exception>
    public static Money FromDecimal(decimal amount)
    {
        var cents = amount * 100m;
        return cents == decimal.Truncate(cents) && Math.Abs(cents) <= long.MaxValue
            ? new Money((long)cents)
            : throw new FormatException($"{amount.ToString(CultureInfo.InvariantCulture)} is not an amount with at most two decimal places");
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>Two decimal places and no currency sign: <c>1234.50</c>.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static Money operator +(Money left, Money right) => new(left.Cents + right.Cents);

    public static Money operator -(Money left, Money right) => new(left.Cents - right.Cents);

    public static Money operator -(Money value) => new(-value.Cents);

    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;
}

/// <summary>Reads and writes <see cref="Money"/> as a JSON number, without trailing zeros.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var amount))
            throw new JsonException("an amount of money must be a number");
        try
        {
            return Money.FromDecimal(amount);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Amount.ToString("0.##", CultureInfo.InvariantCulture));
}

/// <summary>Sums of money.</summary>
public static class MoneyExtensions
{
    /// <summary>The sum of what <paramref name="amount"/> selects.</summary>
    public static Money Sum<T>(this IEnumerable<T> source, Func<T, Money> amount) =>
        new(source.Sum(item => amount(item).Cents));
}
