using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <inheritdoc cref="IPersonalizationAgentGrain"/>
[PreferLocalPlacement]
public sealed class PersonalizationAgentGrain(IReasoner reasoner, [FromKeyedServices(AgentNames.Personalization)] AgentDefinition definition)
    : SpecialistGrain(reasoner, definition), IPersonalizationAgentGrain;
