using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportAgents.Api.Tests.Fixtures;

/// <summary>Tokens as an installation makes them, and such as it does not.</summary>
public static class Tokens
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string KeyText => Convert.ToBase64String(Key);

    public static string Customer(string id) => Make(id, "customer");

    public static string Staff(string name = "Sam") => Make(name, "staff");

    public static string Admin(string name = "Ada") => Make(name, "admin");

    public static string Make(
        string? subject, string? role, TimeSpan? lifetime = null, string issuer = "support-agents", string audience = "support-agents", byte[]? key = null)
    {
        var claims = new Dictionary<string, object>();
        if (subject is not null)
            claims["sub"] = subject;
        if (role is not null)
            claims["role"] = role;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            NotBefore = now.AddDays(-1),
            Expires = expires,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? Key), SecurityAlgorithms.HmacSha256),
        });
    }
}
