using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>Asks about single items of an order that no order takes: something more, or one thing less.</summary>
public static partial class PartialAsks
{
    /// <summary>"Add another pair of socks".</summary>
    public static bool IsAddition(string text) => Add().IsMatch(text);

    /// <summary>"Take the socks out", "remove the lamp".</summary>
    public static bool IsRemoval(string text) => Remove().IsMatch(text);

    [GeneratedRegex(@"^\W*((please|can|could|would|you|i|want|need|like|to|d|also|hi|hello|hey|and)\W+)*(add|include|throw in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Add();

    [GeneratedRegex(@"\b(remove|delete|drop|leave out|take (out|off))\b|\btake .{1,40}\b(out|off)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remove();
}
