using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Desk;

/// <summary>Who may see the desk.</summary>
internal static class StaffOnly
{
    /// <exception cref="SupportException">Forbidden: the caller is no staff.</exception>
    public static void RequireStaff(this Principal who)
    {
        if (!who.IsStaff)
            throw new SupportException(FailureKind.Forbidden, "only staff see the desk");
    }

    /// <exception cref="SupportException">Forbidden: the caller is no admin.</exception>
    public static void RequireAdmin(this Principal who)
    {
        if (who.Role is not Role.Admin)
            throw new SupportException(FailureKind.Forbidden, "only admins see this");
    }
}
