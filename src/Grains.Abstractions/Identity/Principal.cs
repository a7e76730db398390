using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Identity;

/// <summary>What a caller may do. A customer sees only their own records.</summary>
[GenerateSerializer, Alias("role")]
[JsonConverter(typeof(SnakeCaseEnumConverter<Role>))]
public enum Role
{
    /// <summary>A shop's customer.</summary>
    Customer,

    /// <summary>A person of the support team; may act for a customer they name.</summary>
    Staff,

    /// <summary>Staff who also manage knowledge and settings.</summary>
    Admin,

    /// <summary>Somebody whom no account is known of; may ask about products and the shop.</summary>
    Visitor,
}

/// <summary>
/// Who is asking, as proved by a verified token. It travels in every grain call, and every query is scoped by it;
/// no tool has a customer id among its arguments.
/// </summary>
[GenerateSerializer, Immutable, Alias("principal")]
public sealed record Principal
{
    /// <summary>What the ids of visitors begin with.</summary>
    public const string VisitorPrefix = "visitor:";

    /// <summary>The token's subject: a customer id, or the name of a staff member.</summary>
    [Id(0)] public required string Subject { get; init; }

    /// <summary>The token's role.</summary>
    [Id(1)] public required Role Role { get; init; }

    /// <summary>The customer whose records this call may touch; null for staff who name none.</summary>
    [Id(2)] public string? CustomerId { get; init; }

    /// <summary>True for staff and admins.</summary>
    public bool IsStaff => Role is Role.Staff or Role.Admin;

    /// <summary>True for somebody whom no account is known of.</summary>
    public bool IsVisitor => Role is Role.Visitor;

    /// <summary>A customer acting for themselves.</summary>
    public static Principal Customer(string customerId) =>
        new() { Subject = customerId, Role = Role.Customer, CustomerId = customerId };

    /// <summary>Somebody without an account. Their conversations are kept under an id that no account has.</summary>
    public static Principal Visitor(string visitorId) =>
        new() { Subject = visitorId, Role = Role.Visitor, CustomerId = visitorId };

    /// <summary>Whoever a conversation belongs to, acting for themselves.</summary>
    public static Principal Owner(string id) => IsVisitorId(id) ? Visitor(id) : Customer(id);

    /// <summary>True for the ids of visitors.</summary>
    public static bool IsVisitorId(string id) => id.StartsWith(VisitorPrefix, StringComparison.Ordinal);

    /// <summary>A staff member, acting for <paramref name="customerId"/> where one is named.</summary>
    public static Principal Staff(string name, string? customerId = null, Role role = Role.Staff) =>
        new() { Subject = name, Role = role, CustomerId = customerId };
}
