using System.Text;

namespace SupportAgents.Silo.Data.Import;

/// <summary>UTF-8 and nothing else; a byte order mark at the start is let pass.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file's bytes without the byte order mark.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadFile(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
    }

    /// <summary>The text, or null when it is not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>True when a JSON text holds an escaped NUL, which PostgreSQL does not keep.</summary>
    public static bool EscapesNul(string json)
    {
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length; at = json.IndexOf('\\', at + 2))
        {
            if (json.AsSpan(at).StartsWith("\\u0000", StringComparison.Ordinal))
                return true;
            if (at + 2 >= json.Length)
                break;
        }

        return false;
    }
}
