namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>A span of time in whatever unit it was told: 24 months are two years, 14 days two weeks.</summary>
/// <param name="Amount">Months, or minutes.</param>
/// <param name="IsInMonths">Months have no fixed length: they are only compared with years.</param>
public readonly record struct Span(decimal Amount, bool IsInMonths)
{
    private const int HourMinutes = 60;
    private const int DayMinutes = 24 * HourMinutes;

    /// <summary>So many minutes, hours, days, weeks, months or years.</summary>
    public static Span Of(decimal count, string unit) => unit.ToLowerInvariant() switch
    {
        "minute" => new(count, false),
        "hour" => new(count * HourMinutes, false),
        "day" => new(count * DayMinutes, false),
        "week" => new(count * 7 * DayMinutes, false),
        "month" => new(count, true),
        _ => new(count * 12, true),
    };
}
