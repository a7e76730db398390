namespace SupportAgents.Grains.SignIn;

/// <summary>What is known of one address. The code itself is kept as a hash that only this state's salt fits.</summary>
[GenerateSerializer, Alias("sign-in-state")]
public sealed record SignInState
{
    /// <summary>When codes were asked for, within the last hour.</summary>
    [Id(0)] public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>The account of the code that holds; null when none does.</summary>
    [Id(1)] public string? CustomerId { get; init; }
    [Id(2)] public string? Salt { get; init; }
    [Id(3)] public string? CodeHash { get; init; }
    [Id(4)] public DateTimeOffset ExpiresAt { get; init; }
    [Id(5)] public int WrongTries { get; init; }
}
