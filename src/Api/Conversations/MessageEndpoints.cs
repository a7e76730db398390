using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;

namespace SupportAgents.Api.Conversations;

/// <summary>What is said in a conversation, and what happens in it.</summary>
public static class MessageEndpoints
{
    /// <summary>Becomes the message's id: a repeated key gets the first answer again.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    private const string What = "conversation";

    /// <summary>Maps <c>messages</c> and <c>events</c> of a conversation.</summary>
    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/conversations/{id}").WithTags("Conversations").RequireAuthorization(Policies.Talk).ProducesProblems();
        group.MapPost("/messages", Send)
            .WithSummary("Sends a message and waits for its answer")
            .WithDescription("With `Accept: text/event-stream` the turn's events come as they happen, ending with `agent_said`.");
        group.MapGet("/messages", History).WithSummary("The visible history after log position `after`, oldest first");
        group.MapGet("/events", Events)
            .WithSummary("Everything that happens, as server-sent events; resumes behind `Last-Event-ID`");
    }

    private static async Task<Results<Ok<Answer>, EventStream>> Send(
        CurrentPrincipal caller, string id, NewMessage body, [FromHeader(Name = IdempotencyKey)] string? idempotencyKey,
        HttpRequest request, Turns turns, TextRules rules, CancellationToken cancellationToken)
    {
        var conversation = Identifiers.FromPath(id, What);
        var message = Check(body, idempotencyKey, rules);
        var turn = await turns.Submit(caller.Who, conversation, message, cancellationToken);
        return WantsEvents(request)
            ? new EventStream(turns.Follow(caller.Who, conversation, turn.TurnId, null, cancellationToken), caller.Who.IsStaff)
            : TypedResults.Ok(await turns.Answer(caller.Who, conversation, turn, message.MessageId, cancellationToken));
    }

    private static async Task<Ok<Page<HistoryItem>>> History(
        CurrentPrincipal caller, string id, long? after, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var count = TextRules.Within(limit ?? 50, 1, 200, nameof(limit));
        return TypedResults.Ok(await grains.Repeatable<IConversationReaderGrain, Page<HistoryItem>>(
            Identifiers.FromPath(id, What), (grain, token) => grain.ReadHistory(caller.Who, after ?? 0, count, token), cancellationToken));
    }

    private static async Task<EventStream> Events(
        CurrentPrincipal caller, string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        Turns turns, GrainCalls grains, CancellationToken cancellationToken)
    {
        var conversation = Identifiers.FromPath(id, What);
        var after = string.IsNullOrEmpty(lastEventId) ? null : Identifiers.Require(lastEventId, "Last-Event-ID");
        // A stranger is refused here, while there is still a status to tell it with.
        await grains.Repeatable<IConversationReaderGrain, ConversationSummary>(
            conversation, (grain, token) => grain.Describe(caller.Who, token), cancellationToken);
        return new EventStream(turns.Follow(caller.Who, conversation, null, after, cancellationToken), caller.Who.IsStaff);
    }

    private static CustomerMessage Check(NewMessage body, string? idempotencyKey, TextRules rules)
    {
        var text = rules.Optional(body.Text, "text") ?? "";
        if (string.IsNullOrWhiteSpace(text) && body.Choice is null && body.Confirm is null)
            throw new SupportException(FailureKind.Invalid, "Send a text, a choice or a confirmation.");
        return new CustomerMessage
        {
            MessageId = Identifiers.Optional(idempotencyKey, IdempotencyKey) ?? Ids.NewMessage(),
            Text = text,
            Choice = Identifiers.Optional(body.Choice, "choice"),
            Confirm = body.Confirm is { } confirm
                ? new Confirmation { ProposalId = Identifiers.Require(confirm.ProposalId, "confirm.proposalId"), Accept = confirm.Accept }
                : null,
        };
    }

    private static bool WantsEvents(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(media => media.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));
}
