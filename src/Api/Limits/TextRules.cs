using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportAgents.Failures;

namespace SupportAgents.Api.Limits;

/// <summary>What words from outside must be like.</summary>
public sealed class TextRules(IOptions<LimitOptions> limits)
{
    /// <summary>The words, without control characters other than tabs and line ends.</summary>
    /// <exception cref="SupportException">Nothing is said, or more than <see cref="LimitOptions.MessageCharacters"/>, or it is not text.</exception>
    public string Require(string? text, string name) => Optional(text, name) is { } words && !string.IsNullOrWhiteSpace(words)
        ? words
        : throw Invalid($"{name} must not be empty.");

    /// <summary>As <see cref="Require"/>, and nothing may be said.</summary>
    public string? Optional(string? text, string name)
    {
        if (text is null)
            return null;
        if (text.Length > limits.Value.MessageCharacters)
            throw Invalid($"{name} has {text.Length} characters; at most {limits.Value.MessageCharacters} are allowed.");
        RequireText(text, name);
        return text.Any(IsNoise) ? string.Concat(text.Where(c => !IsNoise(c))) : text;
    }

    /// <summary>A number within its bounds.</summary>
    public static int Within(int value, int minimum, int maximum, string name) => value >= minimum && value <= maximum
        ? value
        : throw Invalid($"{name} must be from {minimum} to {maximum}.");

    /// <summary>Refuses JSON with a name or a string that no store can hold.</summary>
    public static void RequireText(JsonElement json)
    {
        try
        {
            Walk(json);
        }
        catch (InvalidOperationException)
        {
            // The reader's own word for half a character that is written as an escape.
            throw Invalid("The JSON has half a character.");
        }
    }

    /// <summary>True when no surrogate stands alone.</summary>
    public static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) is not System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[length..];
        }
        return true;
    }

    private static void Walk(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    RequireText(member.Name, "a member's name");
                    Walk(member.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var element in json.EnumerateArray())
                    Walk(element);
                break;
            case JsonValueKind.String:
                RequireText(json.GetString()!, "a string");
                break;
        }
    }

    private static void RequireText(string text, string name)
    {
        if (text.Contains('\0') || !IsUnicode(text))
            throw Invalid($"{name} is not text: it has a NUL or half a character.");
    }

    private static bool IsNoise(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');

    private static SupportException Invalid(string message) => new(FailureKind.Invalid, message);
}
