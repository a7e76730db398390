using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Support.Retail;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

/// <summary>The order desk over stores in memory.</summary>
internal sealed class OrderDeskFixture
{
    private readonly ServiceProvider _services;

    public OrderDeskFixture(InMemoryShop? shop = null)
    {
        Shop = shop ?? new InMemoryShop();
        Proposals = new InMemoryProposalStore(Shop);
        _services = new ServiceCollection()
            .AddSingleton(Shop)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ICustomerStore, InMemoryCustomerStore>()
            .AddSingleton<IOrderStore, InMemoryOrderStore>()
            .AddSingleton<ICatalogStore, InMemoryCatalogStore>()
            .AddSingleton<IPolicyStore, InMemoryPolicyStore>()
            .AddSingleton<IProposalStore>(Proposals)
            .AddSingleton<IConversationStore>(Conversations)
            .AddOrderDesk()
            .BuildServiceProvider();
        Tools = _services.GetRequiredService<Toolbox>();
    }

    public InMemoryShop Shop { get; }
    public InMemoryProposalStore Proposals { get; }
    public InMemoryConversationStore Conversations { get; } = new();
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    public Toolbox Tools { get; }

    /// <summary>Runs a tool as the customer, outside conversations unless one is named.</summary>
    public Task<ToolResult> Call(string customerId, string tool, object? arguments = null, string? conversationId = null) =>
        Call(Principal.Customer(customerId), tool, arguments, conversationId);

    public Task<ToolResult> Call(Principal who, string tool, object? arguments = null, string? conversationId = null) =>
        Tools.Invoke(new ToolContext(who, conversationId), tool,
            JsonSerializer.SerializeToElement(arguments ?? new { }), CancellationToken.None);

    /// <summary>Proposes and confirms.</summary>
    public async Task<ToolResult> Do(string customerId, string tool, object arguments)
    {
        var proposed = await Call(customerId, tool, arguments);
        return proposed.Proposal is { } proposal
            ? await Call(customerId, OrderToolNames.ConfirmProposal, new { proposal_id = proposal.Id })
            : proposed;
    }

    /// <summary>The tools as the replays of the data set reach them.</summary>
    public async Task<RetailAnswer> Client(string customerId, string tool, JsonObject arguments)
    {
        var outcome = (await Call(customerId, tool, arguments)).ToOutcome();
        return new RetailAnswer(outcome.Refusal?.Code, outcome.Proposal?.Id,
            outcome.Data is { } data ? JsonDocument.Parse(data.Json).RootElement : null);
    }
}
