using SupportAgents.Bench.Faults.Running;

namespace SupportAgents.Bench.Faults.Catalogue;

/// <summary>Something that goes wrong, or that an operator does, while customers talk.</summary>
/// <param name="Name">The word for the command line.</param>
/// <param name="What">What happens, for the report.</param>
/// <param name="Happen">Makes it happen; returns when it is over, though its consequences may not be.</param>
internal sealed record Fault(string Name, string What, Func<Installation, CancellationToken, Task> Happen)
{
    /// <summary>Why it cannot be done on this machine; null where it can.</summary>
    public string? Missing { get; init; }
}
