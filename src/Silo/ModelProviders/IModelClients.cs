using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>A vendor: its chat clients, and what its exceptions mean.</summary>
public interface IModelClients
{
    /// <summary>A client for a model, without retries of its own.</summary>
    IChatClient Create(string modelId);

    /// <summary>The failure that an exception stands for; null when it is none of the vendor's.</summary>
    ModelException? Translate(Exception exception);
}
