using SupportAgents.Failures;

namespace SupportAgents.Api.Limits;

/// <summary>Identifiers that come from outside, before they reach a grain key or a query.</summary>
public static class Identifiers
{
    private const int MaximumLength = 200;

    /// <summary>The identifier itself.</summary>
    /// <exception cref="SupportException">It is empty, longer than 200 characters, or has control characters.</exception>
    public static string Require(string? value, string name) => IsSound(value)
        ? value!
        : throw new SupportException(FailureKind.Invalid, $"{name} must have 1 to {MaximumLength} printable characters.");

    /// <summary>As <see cref="Require"/>, and null stays null.</summary>
    public static string? Optional(string? value, string name) => value is null ? null : Require(value, name);

    /// <summary>An identifier from a path; one that cannot exist is not found.</summary>
    public static string FromPath(string value, string what)
    {
        // Routing leaves an encoded slash as it is, because it parts segments by it.
        var decoded = value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return IsSound(decoded) ? decoded : throw SupportException.NotFound(what);
    }

    private static bool IsSound(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= MaximumLength && !value.Any(char.IsControl) && TextRules.IsUnicode(value);
}
