using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Auth;

/// <summary>
/// Tokens that the gateway makes itself: for visitors, and for customers who proved by a code who they are. They need a key
/// of this installation; where only an OIDC authority is configured, there are none.
/// </summary>
public sealed class VisitorTokens(IOptions<AuthOptions> options, IConfiguration configuration, TimeProvider time)
{
    private const int Bytes = 18;
    private static readonly TimeSpan VisitorLifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan CustomerLifetime = TimeSpan.FromHours(2);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for a new visitor.</summary>
    public IssuedToken ForVisitor() =>
        Issue(Principal.VisitorPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)), "visitor", VisitorLifetime);

    /// <summary>A token for a customer.</summary>
    public IssuedToken ForCustomer(string customerId) => Issue(customerId, "customer", CustomerLifetime);

    /// <exception cref="SupportException">This installation signs no tokens.</exception>
    private IssuedToken Issue(string subject, string role, TimeSpan lifetime)
    {
        var key = SigningKeys.FindOwn(options.Value, configuration)
            ?? throw new SupportException(FailureKind.Forbidden, "Visitors and codes are not served here; sign in at the shop.");
        var now = time.GetUtcNow();
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AuthOptions.DefaultName,
            Audience = options.Value.Audience,
            Claims = new Dictionary<string, object> { [Claims.Subject] = subject, [Claims.Role] = role },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return new IssuedToken(token, now + lifetime);
    }
}

/// <summary>A bearer token.</summary>
/// <param name="Token">Goes into the Authorization header.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
public sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt);
