namespace SupportAgents.Api.Pages;

/// <summary>Which sites may show the customer's page in a frame; bound from <c>Support:Embed</c>.</summary>
public sealed class EmbedOptions
{
    /// <summary>
    /// Origins such as <c>https://shop.example</c>; <c>https://*.shop.example</c> stands for all below it. Default: none,
    /// and browsers refuse to show the page in anybody's frame. The staff's page is never shown in one.
    /// </summary>
    public string[] Origins { get; set; } = [];

    /// <summary>The policy's word for them.</summary>
    internal string FrameAncestors => Named.Any() ? string.Join(' ', Named) : "'none'";

    /// <summary>True when every origin is one, so that none can add words of its own to the policy.</summary>
    internal bool IsSound => Named.All(origin =>
        Uri.TryCreate(origin.Replace("://*.", "://", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && !origin.EndsWith('/') && !origin.Any(c => c is ';' or ',' or '\'' || char.IsWhiteSpace(c)));

    // A setting that is left empty stands for none.
    private IEnumerable<string> Named => Origins.Where(origin => !string.IsNullOrWhiteSpace(origin));
}
