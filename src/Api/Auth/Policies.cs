using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportAgents.Identity;

namespace SupportAgents.Api.Auth;

/// <summary>The claims that are read from a token.</summary>
public static class Claims
{
    /// <summary>A customer id, or the name of a staff member.</summary>
    public const string Subject = "sub";

    /// <summary><c>customer</c>, <c>staff</c> or <c>admin</c>; <c>visitor</c> in tokens that the gateway makes.</summary>
    public const string Role = "role";
}

/// <summary>Who may call a route.</summary>
public static class Policies
{
    /// <summary>Customers and staff.</summary>
    public const string Anyone = "customer-or-staff";

    /// <summary>Whoever may talk to the agents: visitors too.</summary>
    public const string Talk = "talk";

    /// <summary>Staff and admins.</summary>
    public const string Staff = "staff";

    /// <summary>Admins.</summary>
    public const string Admin = "admin";

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => Require(policy, "customer", "staff", "admin"));
        options.AddPolicy(Talk, policy => Require(policy, "visitor", "customer", "staff", "admin"));
        options.AddPolicy(Staff, policy => Require(policy, "staff", "admin"));
        options.AddPolicy(Admin, policy => Require(policy, "admin"));
    }

    private static void Require(AuthorizationPolicyBuilder policy, params string[] roles) => policy
        .RequireAuthenticatedUser()
        .RequireRole(roles)
        .RequireAssertion(context => HasSoundSubject(context.User));

    // A visitor's id is no account's, and an account's is no visitor's.
    private static bool HasSoundSubject(ClaimsPrincipal user) =>
        user.FindFirstValue(Claims.Subject) is { } subject && !string.IsNullOrWhiteSpace(subject)
        && Principal.IsVisitorId(subject) == user.IsInRole("visitor");
}
