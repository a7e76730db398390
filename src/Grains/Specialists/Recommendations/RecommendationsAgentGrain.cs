using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <inheritdoc cref="IRecommendationsAgentGrain"/>
[PreferLocalPlacement]
public sealed class RecommendationsAgentGrain(IReasoner reasoner, [FromKeyedServices(AgentNames.Recommendations)] AgentDefinition definition)
    : SpecialistGrain(reasoner, definition), IRecommendationsAgentGrain;
