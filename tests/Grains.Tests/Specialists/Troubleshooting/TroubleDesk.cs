using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

/// <summary>A conversation with the troubleshooting specialist, over stores in memory.</summary>
internal sealed class TroubleDesk
{
    private readonly BuiltInReasoner _reasoner;
    private readonly AgentDefinition _agent;
    private int _turn;

    public TroubleDesk(InMemoryShop shop, params KnowledgeHit[] sections)
    {
        var services = new ServiceCollection()
            .AddSingleton(shop)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IKnowledgeIndex>(new OverlapKnowledgeIndex(sections))
            .AddSingleton<ICustomerStore, InMemoryCustomerStore>()
            .AddSingleton<IOrderStore, InMemoryOrderStore>()
            .AddSingleton<ICatalogStore, InMemoryCatalogStore>()
            .AddSingleton<IPolicyStore, InMemoryPolicyStore>()
            .AddSingleton<IProposalStore, InMemoryProposalStore>()
            .AddSingleton<IConversationStore, InMemoryConversationStore>()
            .AddSingleton<IActivityStore, InMemoryActivityStore>()
            .AddSingleton<IKnownIssueStore>(Issues)
            .AddSingleton<ITriedStepStore>(Tried)
            .AddOrderDesk()
            .AddRecommendations()
            .AddTroubleshooting()
            .BuildServiceProvider();
        Tools = services.GetRequiredService<Toolbox>();
        _agent = services.GetRequiredKeyedService<AgentDefinition>(AgentNames.Troubleshooting);
        _reasoner = new BuiltInReasoner(Tools, Time, NullLogger<BuiltInReasoner>.Instance);
    }

    public Toolbox Tools { get; }
    public InMemoryKnownIssueStore Issues { get; } = new();
    public InMemoryTriedStepStore Tried { get; } = new();
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    public DialogueState Dialogue { get; private set; } = DialogueState.Empty;

    /// <summary>Says something that is understood as that intent; the open ask, if any, is taken to be answered.</summary>
    public async Task<AgentReport> Say(string text, string intent, string? product = null, string? choice = null)
    {
        var open = Dialogue.OpenAsks.Count > 0 ? Dialogue.OpenAsks[^1] : null;
        var task = new AgentTask
        {
            ConversationId = "c_1",
            TurnId = $"t{++_turn}",
            Who = Principal.Customer("mia"),
            Requests = [new UnderstoodRequest { Ask = text, Agent = AgentNames.Troubleshooting, Intent = intent, Confidence = 0.9, Slots = new Slots { Products = product is null ? null : [new ProductMention { Text = product, ProductId = product }] } }],
            Message = new CustomerMessage { MessageId = $"m{_turn}", Text = text, Choice = choice },
            Dialogue = Dialogue,
            Answers = open,
        };
        AgentReport? report = null;
        await foreach (var entry in _reasoner.Run(_agent, task, CancellationToken.None))
            report = (entry as AgentReported)?.Report ?? report;
        Dialogue = report!.Dialogue;
        return report;
    }

    /// <summary>A shop where Mia bought a lamp on that day.</summary>
    public static InMemoryShop ShopWithLamp(string delivered = "2026-01-10")
    {
        var shop = new InMemoryShop { Policies = new ShopPolicies { ReturnWindowDays = 30, ExchangeWindowDays = 30, Warranty = new WarrantyTerms { DefaultMonths = 12, Covered = "Faults of material." } } };
        var item = new OrderItem { VariantId = "lamp-1", ProductId = "lamp", Name = "Lamp", Options = new Dictionary<string, string>(), Price = new Money(2_000) };
        return shop
            .Add(new Customer { Id = "mia", FirstName = "Mia", LastName = "Li", Email = "mia@shop.example" })
            .Add(new Product { Id = "lamp", Name = "Lamp", Variants = [new Variant { Id = "lamp-1", Options = item.Options, Price = item.Price, Available = true }] })
            .Add(new Order { Id = "#W1", CustomerId = "mia", Status = OrderStatus.Delivered, DeliveredAt = new DateTimeOffset(DateOnly.Parse(delivered), default, TimeSpan.Zero), Items = [item] });
    }
}
