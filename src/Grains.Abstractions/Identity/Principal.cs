namespace SupportAgents.Identity;

/// <summary>What a caller may do. A customer sees only their own records.</summary>
[GenerateSerializer, Alias("role")]
public enum Role
{
    /// <summary>A shop's customer.</summary>
    Customer,

    /// <summary>A person of the support team; may act for a customer they name.</summary>
    Staff,

    /// <summary>Staff who also manage knowledge and settings.</summary>
    Admin,
}

/// <summary>
/// Who is asking, as proved by a verified token. It travels in every grain call, and every query is scoped by it;
/// no tool has a customer id among its arguments.
/// </summary>
[GenerateSerializer, Immutable, Alias("principal")]
public sealed record Principal
{
    /// <summary>The token's subject: a customer id, or the name of a staff member.</summary>
    [Id(0)] public required string Subject { get; init; }

    /// <summary>The token's role.</summary>
    [Id(1)] public required Role Role { get; init; }

    /// <summary>The customer whose records this call may touch; null for staff who name none.</summary>
    [Id(2)] public string? CustomerId { get; init; }

    /// <summary>True for staff and admins.</summary>
    public bool IsStaff => Role is Role.Staff or Role.Admin;

    /// <summary>A customer acting for themselves.</summary>
    public static Principal Customer(string customerId) =>
        new() { Subject = customerId, Role = Role.Customer, CustomerId = customerId };

    /// <summary>A staff member, acting for <paramref name="customerId"/> where one is named.</summary>
    public static Principal Staff(string name, string? customerId = null, Role role = Role.Staff) =>
        new() { Subject = name, Role = role, CustomerId = customerId };
}
