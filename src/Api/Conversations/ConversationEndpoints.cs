using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Customers;

namespace SupportAgents.Api.Conversations;

/// <summary>Conversations: start, list, read, rate, hand off, erase.</summary>
public static class ConversationEndpoints
{
    private const string What = "conversation";

    /// <summary>Maps <c>/v1/conversations</c>.</summary>
    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/conversations").WithTags("Conversations").RequireAuthorization(Policies.Talk).ProducesProblems();
        group.MapPost("/", Start).WithSummary("Starts a conversation, with a first message or without");
        group.MapGet("/", List).WithSummary("The customer's conversations, newest first");
        group.MapGet("/{id}", Describe).WithSummary("How a conversation stands");
        group.MapPost("/{id}/feedback", Rate).WithSummary("Rates the conversation from 1 to 5");
        group.MapPost("/{id}/handoff", HandOff).WithSummary("Asks for a person; the agents stay silent until it is handed back");
        group.MapDelete("/{id}", Erase).WithSummary("Erases the conversation with its whole log");
    }

    private static async Task<Created<StartedConversation>> Start(
        CurrentPrincipal caller, StartConversation? body, [FromHeader(Name = MessageEndpoints.IdempotencyKey)] string? idempotencyKey,
        Turns turns, TextRules rules, CancellationToken cancellationToken)
    {
        var key = Identifiers.Optional(idempotencyKey, MessageEndpoints.IdempotencyKey);
        var text = body?.Text is null ? null : rules.Require(body.Text, "text");
        var id = key is null ? Ids.NewConversation() : Ids.ConversationFor(caller.CustomerId, "idempotency-key", key);
        await turns.Open(caller.Who with { CustomerId = caller.CustomerId }, id, cancellationToken);
        Answer? answer = null;
        if (text is not null)
        {
            var message = new CustomerMessage { MessageId = key ?? Ids.NewMessage(), Text = text };
            var turn = await turns.Submit(caller.Who, id, message, cancellationToken);
            answer = await turns.Answer(caller.Who, id, turn, message.MessageId, cancellationToken);
        }
        return TypedResults.Created($"/v1/conversations/{id}", new StartedConversation { ConversationId = id, Answer = answer });
    }

    private static async Task<Ok<Page<ConversationSummary>>> List(
        CurrentPrincipal caller, string? after, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var cursor = Identifiers.Optional(after, nameof(after));
        var count = TextRules.Within(limit ?? 50, 1, 200, nameof(limit));
        return TypedResults.Ok(await grains.Repeatable<ICustomerRecordsGrain, Page<ConversationSummary>>(
            caller.CustomerId, (grain, token) => grain.Conversations(caller.Who, cursor, count, token), cancellationToken));
    }

    private static async Task<Ok<ConversationSummary>> Describe(
        CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Repeatable<IConversationReaderGrain, ConversationSummary>(
            Identifiers.FromPath(id, What), (grain, token) => grain.Describe(caller.Who, token), cancellationToken));

    private static async Task<NoContent> Rate(
        CurrentPrincipal caller, string id, Feedback body, GrainCalls grains, TextRules rules, CancellationToken cancellationToken)
    {
        var rating = TextRules.Within(body.Rating, 1, 5, "rating");
        var comment = rules.Optional(body.Comment, "comment");
        await grains.Repeatable<IConversationCareGrain>(
            Identifiers.FromPath(id, What), (grain, token) => grain.Rate(caller.Who, rating, comment, token), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ConversationSummary>> HandOff(
        CurrentPrincipal caller, string id, HandoffRequest? body, GrainCalls grains, TextRules rules, CancellationToken cancellationToken)
    {
        var reason = rules.Optional(body?.Reason, "reason");
        return TypedResults.Ok(await grains.Once<IConversationCareGrain, ConversationSummary>(
            Identifiers.FromPath(id, What), (grain, token) => grain.HandOff(caller.Who, reason, token), cancellationToken));
    }

    private static async Task<NoContent> Erase(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        await grains.Repeatable<IConversationCareGrain>(
            Identifiers.FromPath(id, What), (grain, token) => grain.Erase(caller.Who, token), cancellationToken);
        return TypedResults.NoContent();
    }
}
