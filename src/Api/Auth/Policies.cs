using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace SupportAgents.Api.Auth;

/// <summary>The claims that are read from a token.</summary>
public static class Claims
{
    /// <summary>A customer id, or the name of a staff member.</summary>
    public const string Subject = "sub";

    /// <summary><c>customer</c>, <c>staff</c> or <c>admin</c>.</summary>
    public const string Role = "role";
}

/// <summary>Who may call a route.</summary>
public static class Policies
{
    /// <summary>Any verified token with a known role.</summary>
    public const string Anyone = "customer-or-staff";

    /// <summary>Staff and admins.</summary>
    public const string Staff = "staff";

    /// <summary>Admins.</summary>
    public const string Admin = "admin";

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => Require(policy, "customer", "staff", "admin"));
        options.AddPolicy(Staff, policy => Require(policy, "staff", "admin"));
        options.AddPolicy(Admin, policy => Require(policy, "admin"));
    }

    private static void Require(AuthorizationPolicyBuilder policy, params string[] roles) => policy
        .RequireAuthenticatedUser()
        .RequireRole(roles)
        .RequireAssertion(context => !string.IsNullOrWhiteSpace(context.User.FindFirstValue(Claims.Subject)));
}
