using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Silo.Webhooks;

/// <summary>Which of the shop's own systems are told of what happens: <c>Support:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Support:Webhooks";

    /// <summary>The endpoints by name; none unless set, and then nothing is recorded for them either.</summary>
    public Dictionary<string, WebhookEndpoint> Endpoints { get; set; } = [];

    /// <summary>Attempts before a delivery is given up; 12 unless set, which is about six hours. Staff see it then, and may try again.</summary>
    [Range(1, 100)] public int MaxAttempts { get; set; } = 12;

    /// <summary>The pause after the first failure; 5 seconds unless set. It doubles with each one, up to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")] public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an endpoint may take; 10 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")] public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a silo looks for what is due; every second unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")] public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Days for which delivered events are kept for the desk to see; 7 unless set.</summary>
    [Range(0, 3_650)] public int KeepDays { get; set; } = 7;

    /// <summary>What is wrong with the endpoints; null when nothing is.</summary>
    internal string? Fault => Endpoints.Select(one => one.Value.Fault is { } fault ? $"{Section}:Endpoints:{one.Key}: {fault}" : null).FirstOrDefault(fault => fault is not null);
}

/// <summary>One receiver.</summary>
public sealed class WebhookEndpoint
{
    private const int ShortestSecret = 24;

    /// <summary>An absolute address; redirections are not followed.</summary>
    public string Url { get; set; } = "";

    /// <summary>The key of the signature, a secret of at least 24 bytes: <c>whsec_</c> and base64.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The types that it wants, such as <c>conversation.closed</c>; all unless set.</summary>
    public string[] Events { get; set; } = [];

    /// <summary>True when it wants that type.</summary>
    internal bool Wants(string type) => Events.All(string.IsNullOrWhiteSpace) || Events.Contains(type, StringComparer.Ordinal);

    internal byte[] Key => WebhookSignature.Key(Secret);

    internal string? Fault =>
        !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "Url must be an absolute http or https address"
        : Key.Length < ShortestSecret ? $"Secret must be whsec_ and base64 of at least {ShortestSecret} bytes"
        : Events.FirstOrDefault(type => type.Length > 0 && !WebhookEvents.Types.Contains(type)) is { } unknown ? $"{unknown} is none of {string.Join(", ", WebhookEvents.Types)}"
        : null;
}
