using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders;

/// <inheritdoc cref="IOrdersAgentGrain"/>
[PreferLocalPlacement]
public sealed class OrdersAgentGrain(IReasoner reasoner, [FromKeyedServices(AgentNames.Orders)] AgentDefinition definition)
    : SpecialistGrain(reasoner, definition), IOrdersAgentGrain;
