using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Grains.SignIn;

/// <summary>One-time codes by e-mail; bound from <c>Support:SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>How long a code holds. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")] public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong tries after which a code is void. Default: 5, so that guessing six digits is hopeless.</summary>
    [Range(1, 100)] public int Tries { get; set; } = 5;

    /// <summary>Codes that one address gets in an hour; more are not sent, without a word. Default: 3.</summary>
    [Range(1, 1_000)] public int CodesPerHour { get; set; } = 3;
}
