using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportAgents.Silo.Data.Import;

/// <summary>Says in our words why a line is not a record of its kind.</summary>
internal static partial class JsonReasons
{
    /// <summary>The reason, with the place inside the record.</summary>
    public static string Of(Exception failure)
    {
        var message = PositionTail().Replace(failure.Message, "");
        var reason = message switch
        {
            _ when Unknown().Match(message) is { Success: true } match => $"unknown member '{match.Groups[1].Value}'",
            _ when Missing().Match(message) is { Success: true } match => $"missing member {match.Groups[1].Value}",
            _ when Doubled().Match(message) is { Success: true } match => $"member '{match.Groups[1].Value}' is there twice",
            _ when message.StartsWith("one of ", StringComparison.Ordinal) => $"unknown {MemberOf(failure)}: {message}",
            _ when message.Contains("doesn't allow setting null", StringComparison.Ordinal) || message.Contains("is null", StringComparison.Ordinal) => "null is not allowed here",
            _ when WrongType().Match(message) is { Success: true } match => $"wrong type: {Expected(match.Groups[1].Value)} is expected",
            _ => message,
        };
        return failure is JsonException { Path: { Length: > 1 } path } ? $"{path}: {reason}" : reason;
    }

    private static string MemberOf(Exception failure) => failure is JsonException { Path: { } path } ? path[(path.LastIndexOf('.') + 1)..] : "value";

    private static string Expected(string type) => type[(type.LastIndexOf('.') + 1)..].TrimEnd(']') switch
    {
        "String" => "text",
        "Int32" => "a whole number",
        "Decimal" => "a number",
        "Boolean" => "true or false",
        _ => "an object or a list",
    };

    [GeneratedRegex(@" Path: .*$| LineNumber: .*$", RegexOptions.Singleline)]
    private static partial Regex PositionTail();

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: (.*?)\\.?$", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("^Duplicate property '(.*?)'", RegexOptions.Singleline)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"^The JSON value could not be converted to (\S+?)\.?$", RegexOptions.Singleline)]
    private static partial Regex WrongType();
}
