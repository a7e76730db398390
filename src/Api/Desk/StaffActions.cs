using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Desk;

namespace SupportAgents.Api.Desk;

/// <summary>What staff do with a conversation. Each is one entry of its log.</summary>
public static class StaffActions
{
    /// <summary>Maps the actions below one conversation of the desk.</summary>
    public static void MapStaffActions(this IEndpointRouteBuilder conversation)
    {
        conversation.MapPost("/assign", (CurrentPrincipal caller, string id, Assignment? body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken) =>
            Record(caller, id, new StaffAssigned { Name = rules.Optional(body?.Name, "name") ?? caller.Who.Subject }, grains, cancellationToken))
            .WithSummary("Takes the conversation");
        conversation.MapPost("/reply", (CurrentPrincipal caller, string id, StaffText body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken) =>
            Record(caller, id, new StaffSaid { Name = caller.Who.Subject, Text = rules.Require(body.Text, "text") }, grains, cancellationToken))
            .WithSummary("Writes to the customer");
        conversation.MapPost("/note", (CurrentPrincipal caller, string id, StaffText body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken) =>
            Record(caller, id, new NoteAdded { Name = caller.Who.Subject, Text = rules.Require(body.Text, "text") }, grains, cancellationToken))
            .WithSummary("Adds a note that only staff see");
        conversation.MapPost("/hand-back", (CurrentPrincipal caller, string id, HandBack? body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken) =>
            Record(caller, id, new HandedBack { Name = caller.Who.Subject, Note = rules.Optional(body?.Note, "note") }, grains, cancellationToken))
            .WithSummary("Gives the conversation back to the agents");
        conversation.MapPost("/close", (CurrentPrincipal caller, string id, Closing? body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken) =>
            Record(caller, id, new Closed { Name = caller.Who.Subject, Outcome = rules.Optional(body?.Outcome, "outcome") }, grains, cancellationToken))
            .WithSummary("Closes the conversation");
        conversation.MapPost("/draft", Suggest)
            .WithSummary("A reply that the agents suggest, with its sources; nothing is written");
    }

    private static async Task<Ok<Draft>> Suggest(
        CurrentPrincipal caller, string id, DraftRequest? body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var text = body?.Text is { } words ? rules.Require(words, "text") : null;
        return TypedResults.Ok(await grains.Repeatable<IDraftGrain, Draft>(
            Identifiers.FromPath(id, "conversation"), (grain, token) => grain.Suggest(caller.Who, text, token), cancellationToken));
    }

    private static async Task<Ok<ConversationSummary>> Record(
        CurrentPrincipal caller, string id, ConversationEntry entry, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Once<IConversationCareGrain, ConversationSummary>(
            Identifiers.FromPath(id, "conversation"), (grain, token) => grain.Record(caller.Who, entry, token), cancellationToken));
}
