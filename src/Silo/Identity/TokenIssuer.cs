using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportAgents.Identity;

namespace SupportAgents.Silo.Identity;

/// <summary>Makes bearer tokens for this installation: JWT, signed with HMAC-SHA-256.</summary>
public sealed class TokenIssuer(byte[] key, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for a customer (the subject is their id) or a member of staff.</summary>
    public string Issue(string subject, Role role, string? name, TimeSpan lifetime)
    {
        var claims = new List<Claim> { new("sub", subject), new("role", StoredRole(role)) };
        if (name is not null)
            claims.Add(new Claim("name", name));
        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(claims),
            Issuer = AuthOptions.Issuer,
            Audience = AuthOptions.Issuer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
    }

    private static string StoredRole(Role role) => role switch
    {
        Role.Customer => "customer",
        Role.Staff => "staff",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "only the gateway makes visitors' tokens"),
    };
}
