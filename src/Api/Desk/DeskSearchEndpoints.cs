using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;

namespace SupportAgents.Api.Desk;

/// <summary>Search over all conversations.</summary>
public static class DeskSearchEndpoints
{
    /// <summary>Maps the search below the desk.</summary>
    public static void MapDeskSearch(this IEndpointRouteBuilder desk) => desk.MapGet("/conversations", Search)
        .WithSummary("Conversations in which every word of `q` is found together, latest change first");

    private static async Task<Ok<Page<FoundConversation>>> Search(
        CurrentPrincipal caller, string? q, string? status, string? after, int? limit,
        TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var search = new ConversationSearch
        {
            Text = rules.Optional(q, nameof(q)) ?? "",
            Status = ParseStatus(status),
            After = Identifiers.Optional(after, nameof(after)),
            Limit = TextRules.Within(limit ?? 20, 1, 100, nameof(limit)),
        };
        return TypedResults.Ok(await grains.Repeatable<IDeskGrain, Page<FoundConversation>>(
            IDeskGrain.Key, (grain, token) => grain.Search(caller.Who, search, token), cancellationToken));
    }

    private static ConversationStatus? ParseStatus(string? status) => status switch
    {
        null or "" => null,
        "open" => ConversationStatus.Open,
        "waiting_for_person" => ConversationStatus.WaitingForPerson,
        "with_person" => ConversationStatus.WithPerson,
        "closed" => ConversationStatus.Closed,
        _ => throw new SupportException(FailureKind.Invalid, "status must be open, waiting_for_person, with_person or closed."),
    };
}
