using System.Security.Claims;
using SupportAgents.Api.Limits;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Auth;

/// <summary>The caller, from the verified token and, for staff, the customer they name.</summary>
public sealed record CurrentPrincipal(Principal Who)
{
    /// <summary>Names the customer that a staff member acts for.</summary>
    public const string OnBehalfOfHeader = "X-On-Behalf-Of";

    /// <summary>The customer whose records are asked for.</summary>
    /// <exception cref="SupportException">Staff who name none.</exception>
    public string CustomerId => Who.CustomerId
        ?? throw new SupportException(FailureKind.Invalid, $"Name the customer in the header {OnBehalfOfHeader}.");

    /// <summary>Binds handler parameters of this type.</summary>
    public static ValueTask<CurrentPrincipal?> BindAsync(HttpContext context) => new(new CurrentPrincipal(From(context)));

    /// <summary>The principal of an authorised request.</summary>
    public static Principal From(HttpContext context)
    {
        var subject = context.User.FindFirstValue(Claims.Subject) ?? throw new BadHttpRequestException("The token has no subject.", StatusCodes.Status401Unauthorized);
        var named = context.Request.Headers[OnBehalfOfHeader].ToString();
        var role = RoleOf(context.User);
        if (role is Role.Customer or Role.Visitor)
        {
            return named.Length == 0
                ? Principal.Owner(subject)
                : throw new SupportException(FailureKind.Forbidden, $"Only staff may use the header {OnBehalfOfHeader}.");
        }
        return Principal.Staff(subject, named.Length == 0 ? null : Identifiers.Require(named, OnBehalfOfHeader), role);
    }

    private static Role RoleOf(ClaimsPrincipal user) =>
        user.IsInRole("admin") ? Role.Admin : user.IsInRole("staff") ? Role.Staff : user.IsInRole("visitor") ? Role.Visitor : Role.Customer;
}
