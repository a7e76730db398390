using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Silo.Identity;

/// <summary>How this installation signs its own tokens (<c>Support:Auth:…</c>).</summary>
public sealed class AuthOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Auth";

    /// <summary>Issuer and audience of our tokens.</summary>
    public const string Issuer = "support-agents";

    /// <summary>
    /// At least 32 random bytes in base64. Empty, the default, means the file <c>signing.key</c> in the data folder, which
    /// is made on first use; several machines need the same key, so there it must be set.
    /// </summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Hours for which a new token holds; default 720 (30 days).</summary>
    [Range(1, 87_600)]
    public int TokenHours { get; set; } = 720;
}
