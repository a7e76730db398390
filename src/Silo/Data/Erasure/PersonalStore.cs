using SupportAgents.Customers;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>A store that holds records of customers, and how it lets go of one.</summary>
/// <param name="Name">As the receipt calls it.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Erase">Erases the subject in them; null where that was done before, by the conversations' own grains.</param>
internal sealed record PersonalStore(string Name, IReadOnlyList<string> Tables, Func<DbSession, ErasureSubject, Task<ErasedStore>>? Erase);

/// <summary>Whom to erase.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Alias">A random id that stands for them in what stays; nothing leads from it to the customer.</param>
internal sealed record ErasureSubject(string CustomerId, string Alias)
{
    /// <summary>The subject under a new alias.</summary>
    public static ErasureSubject Of(string customerId) => new(customerId, $"erased_{Guid.NewGuid():N}");
}
