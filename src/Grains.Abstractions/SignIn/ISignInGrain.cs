namespace SupportAgents.SignIn;

/// <summary>
/// One e-mail address that somebody says is theirs, keyed by <see cref="KeyOf"/>. Nothing that it answers tells whether an
/// account has the address.
/// </summary>
[Alias("sign-in")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>Sends a one-time code where an account has the address and not too many were sent; the answer is the same in every case.</summary>
    [Alias("send-code")]
    Task SendCode(string email, CancellationToken cancellationToken = default);

    /// <summary>The account's id for the right code, which is used up by it; null for a wrong, used or expired one, or after too many tries.</summary>
    [Alias("redeem")]
    Task<string?> Redeem(string code, CancellationToken cancellationToken = default);

    /// <summary>Forgets codes and whose they are: the account is erased.</summary>
    [Alias("forget")]
    Task Forget(CancellationToken cancellationToken = default);

    /// <summary>The key of an address: its hash, so that the address is in no log and no table of grains.</summary>
    static string KeyOf(string email) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));
}
