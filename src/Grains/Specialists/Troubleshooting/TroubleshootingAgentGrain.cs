using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <inheritdoc cref="ITroubleshootingAgentGrain"/>
[PreferLocalPlacement]
public sealed class TroubleshootingAgentGrain(IReasoner reasoner, [FromKeyedServices(AgentNames.Troubleshooting)] AgentDefinition definition)
    : SpecialistGrain(reasoner, definition), ITroubleshootingAgentGrain;
