namespace SupportAgents.Api.Auth;

/// <summary>How tokens are verified: <c>Support:Auth</c>.</summary>
public sealed class AuthOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Support:Auth";

    /// <summary>
    /// The HS256 key in base64, at least 32 bytes; a secret. Unless set, the file <c>signing.key</c> in the folder
    /// <c>Support:DataDirectory</c> holds it.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>An OIDC authority whose published keys verify tokens instead; null unless set. Beside a signing key, that key is only for visitors and for customers who prove by a code who they are.</summary>
    public string? Authority { get; set; }

    /// <summary>The required <c>iss</c>. <c>support-agents</c> unless set; with an authority, the issuer that it publishes.</summary>
    public string? Issuer { get; set; }

    /// <summary>The required <c>aud</c>; <c>support-agents</c> unless set.</summary>
    public string Audience { get; set; } = DefaultName;

    /// <summary>Issuer and audience of tokens that this installation signs for itself.</summary>
    public const string DefaultName = "support-agents";
}
