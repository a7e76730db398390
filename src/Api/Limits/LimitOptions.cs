using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Api.Limits;

/// <summary>What the gateway refuses: <c>Support:Limits</c>. All gateways share the rates.</summary>
public sealed class LimitOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Support:Limits";

    /// <summary>Characters of a message, a reply or a note; 8,000 unless set. Longer ones are a 400.</summary>
    [Range(1, 1_000_000)] public int MessageCharacters { get; set; } = 8_000;

    /// <summary>Bytes of a request's body; 256 KiB unless set. Larger ones are a 413.</summary>
    [Range(1_024, long.MaxValue)] public long BodyBytes { get; set; } = 256 * 1024;

    /// <summary>Bytes of a knowledge upload; 50 MB unless set. Larger ones are a 413.</summary>
    [Range(1_024, 90_000_000)] public long UploadBytes { get; set; } = 50_000_000;

    /// <summary>Seconds that a call waits for a turn's answer; 120 unless set. The turn goes on, and the same Idempotency-Key fetches its answer.</summary>
    [Range(1, 3_600)] public int AnswerSeconds { get; set; } = 120;

    /// <summary>Requests that a customer may make at once; 300 unless set. More are a 429.</summary>
    [Range(1, int.MaxValue)] public int CustomerBurst { get; set; } = 300;

    /// <summary>Requests per second that a customer regains; 10 unless set.</summary>
    [Range(1, int.MaxValue)] public int CustomerPerSecond { get; set; } = 10;

    /// <summary>Requests that a staff member or admin may make at once; 5,000 unless set.</summary>
    [Range(1, int.MaxValue)] public int StaffBurst { get; set; } = 5_000;

    /// <summary>Requests per second that a staff member or admin regains; 200 unless set.</summary>
    [Range(1, int.MaxValue)] public int StaffPerSecond { get; set; } = 200;

    /// <summary>Requests without a valid token that an address may make at once; 300 unless set.</summary>
    [Range(1, int.MaxValue)] public int AnonymousBurst { get; set; } = 300;

    /// <summary>Requests per second without a valid token that an address regains; 10 unless set.</summary>
    [Range(1, int.MaxValue)] public int AnonymousPerSecond { get; set; } = 10;

    /// <summary>Visits, requests for codes and tries of codes that an address may make at once; 30 unless set.</summary>
    [Range(1, int.MaxValue)] public int SignInBurst { get; set; } = 30;

    /// <summary>How many of these it regains in a minute; 10 unless set.</summary>
    [Range(1, int.MaxValue)] public int SignInPerMinute { get; set; } = 10;
}
