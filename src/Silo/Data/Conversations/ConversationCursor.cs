using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Data.Conversations;

/// <summary>The place in a list of conversations after which the next page begins.</summary>
internal sealed record ConversationCursor(DateTimeOffset UpdatedAt, string Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null stays null.</summary>
    /// <exception cref="SupportException">It is not a cursor of ours (<see cref="FailureKind.Invalid"/>).</exception>
    public static ConversationCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 2);
            return new ConversationCursor(new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[1]);
        }
        catch (Exception failure) when (failure is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new SupportException(FailureKind.Invalid, "the cursor is not one that a list gave out");
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{UpdatedAt.UtcTicks} {Id}")));
}
