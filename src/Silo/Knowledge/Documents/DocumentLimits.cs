using SupportAgents.Failures;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>The bounds of an uploaded file. Beyond them it is refused with the reason, before it costs much.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 50 * 1024 * 1024;

    /// <summary>Characters of its text.</summary>
    public const int Characters = 5_000_000;

    /// <summary>Headings.</summary>
    public const int Headings = 5_000;

    /// <summary>Pages of a PDF.</summary>
    public const int Pages = 2_000;

    /// <summary>Bytes that a PDF's streams may unpack to, in all.</summary>
    public const long UnpackedBytes = 200L * 1024 * 1024;

    /// <summary>How long reading may take.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    /// <summary>The refusal of a file, for that reason.</summary>
    public static SupportException Refused(string reason, Exception? inner = null) => new(FailureKind.Invalid, $"the document was refused: {reason}", inner);

    /// <summary>Refuses a text that is too long.</summary>
    public static void CheckLength(long characters)
    {
        if (characters > Characters)
            throw Refused($"it has more than {Characters:N0} characters of text");
    }
}
