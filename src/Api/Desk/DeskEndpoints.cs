using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Customers;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Desk;
using SupportAgents.Shop;

namespace SupportAgents.Api.Desk;

/// <summary>What staff see: the queue, conversations and customers.</summary>
public static class DeskEndpoints
{
    private const int PageSize = 200;

    /// <summary>Maps <c>/v1/desk</c>.</summary>
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/desk").WithTags("Desk").RequireAuthorization(Policies.Staff).ProducesProblems();
        group.MapGet("/queue", Queue).WithSummary("Conversations that wait for a person or are with one, longest waiting first");
        group.MapDeskSearch();
        group.MapDeskFigures();
        group.MapDeskTools();
        group.MapKnownIssues();
        group.MapDeskData();
        group.MapWebhooks();
        group.MapGet("/customers/{id}", Customer).WithSummary("A customer with their orders and conversations");
        group.MapGet("/conversations/{id}", Conversation).WithSummary("A conversation with its history after log position `after`");
        group.MapGroup("/conversations/{id}").MapStaffActions();
    }

    private static async Task<Ok<Page<QueueItem>>> Queue(CurrentPrincipal caller, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<QueueItem>
        {
            Items = await grains.Repeatable<IDeskGrain, IReadOnlyList<QueueItem>>(
                IDeskGrain.Key, (grain, token) => grain.Queue(caller.Who, token), cancellationToken),
        });

    private static async Task<Ok<DeskCustomer>> Customer(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var customerId = Identifiers.FromPath(id, "customer");
        var who = caller.Who with { CustomerId = customerId };
        var profile = grains.Repeatable<ICustomerRecordsGrain, Customer>(
            customerId, (grain, token) => grain.Profile(who, token), cancellationToken);
        var orders = grains.Repeatable<ICustomerRecordsGrain, IReadOnlyList<Order>>(
            customerId, (grain, token) => grain.Orders(who, token), cancellationToken);
        var conversations = grains.Repeatable<ICustomerRecordsGrain, Page<ConversationSummary>>(
            customerId, (grain, token) => grain.Conversations(who, null, PageSize, token), cancellationToken);
        await Task.WhenAll(profile, orders, conversations);
        return TypedResults.Ok(new DeskCustomer { Customer = await profile, Orders = await orders, Conversations = await conversations });
    }

    private static async Task<Ok<DeskConversation>> Conversation(
        CurrentPrincipal caller, string id, long? after, GrainCalls grains, CancellationToken cancellationToken)
    {
        var conversation = Identifiers.FromPath(id, "conversation");
        return TypedResults.Ok(new DeskConversation
        {
            Conversation = await grains.Repeatable<IConversationReaderGrain, ConversationSummary>(
                conversation, (grain, token) => grain.Describe(caller.Who, token), cancellationToken),
            Messages = await grains.Repeatable<IConversationReaderGrain, Page<HistoryItem>>(
                conversation, (grain, token) => grain.ReadHistory(caller.Who, after ?? 0, PageSize, token), cancellationToken),
        });
    }
}
