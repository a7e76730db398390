using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>A vendor: its chat clients, and what its exceptions mean.</summary>
public interface IModelClients
{
    /// <summary>A client for a model, without retries of its own.</summary>
    IChatClient Create(string modelId);

    /// <summary>Looks at the start whether calls can be signed, without making one.</summary>
    /// <exception cref="ModelException">They cannot; its message says what to set.</exception>
    Task Check(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The failure that an exception stands for; null when it is none of the vendor's.</summary>
    ModelException? Translate(Exception exception);
}
