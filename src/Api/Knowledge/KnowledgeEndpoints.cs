using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Knowledge;

namespace SupportAgents.Api.Knowledge;

/// <summary>The knowledge base.</summary>
public static class KnowledgeEndpoints
{
    /// <summary>Maps <c>/v1/knowledge</c>.</summary>
    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/knowledge").WithTags("Knowledge").RequireAuthorization(Policies.Staff).ProducesProblems();
        group.MapPost("/documents", Put)
            .WithMetadata(new LargeBody())
            .Accepts<IFormFile>("multipart/form-data", UploadReader.MediaTypes)
            .WithSummary("Adds or replaces a document: Markdown, HTML, text or PDF")
            .WithDescription("As the raw body with its Content-Type and the particulars in the query, or as multipart/form-data with a `file` and the particulars as fields: `id`, `title`, `kind`, `productId`, `category`.");
        group.MapGet("/documents", List).WithSummary("All documents by id, without their bodies");
        group.MapGet("/documents/{id}", Get).WithSummary("A document");
        group.MapDelete("/documents/{id}", Remove).WithSummary("Removes a document");
        group.MapGet("/progress", Progress).WithSummary("How far the search index of the silo that answers has come: found, waiting, and what cannot be searched");
        group.MapGet("/search", Search).WithSummary("The best sections, best first");
    }

    private static async Task<Created<KnowledgeDocument>> Put(
        CurrentPrincipal caller, HttpRequest request, GrainCalls grains, CancellationToken cancellationToken)
    {
        var upload = await UploadReader.Read(request, cancellationToken);
        var document = await grains.Repeatable<IKnowledgeGrain, KnowledgeDocument>(
            IKnowledgeGrain.Key, (grain, token) => grain.Put(caller.Who, upload, token), cancellationToken);
        return TypedResults.Created($"/v1/knowledge/documents/{Uri.EscapeDataString(document.Id)}", document);
    }

    private static async Task<Ok<Page<KnowledgeDocument>>> List(
        CurrentPrincipal caller, string? after, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var cursor = Identifiers.Optional(after, nameof(after));
        var count = TextRules.Within(limit ?? 50, 1, 200, nameof(limit));
        return TypedResults.Ok(await grains.Repeatable<IKnowledgeGrain, Page<KnowledgeDocument>>(
            IKnowledgeGrain.Key, (grain, token) => grain.List(caller.Who, cursor, count, token), cancellationToken));
    }

    private static async Task<Ok<KnowledgeDocument>> Get(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var document = Identifiers.FromPath(id, "document");
        return TypedResults.Ok(await grains.Repeatable<IKnowledgeGrain, KnowledgeDocument>(
            IKnowledgeGrain.Key, (grain, token) => grain.Get(caller.Who, document, token), cancellationToken));
    }

    private static async Task<NoContent> Remove(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var document = Identifiers.FromPath(id, "document");
        await grains.Repeatable<IKnowledgeGrain>(
            IKnowledgeGrain.Key, (grain, token) => grain.Remove(caller.Who, document, token), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<KnowledgeProgress>> Progress(CurrentPrincipal caller, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Repeatable<IKnowledgeGrain, KnowledgeProgress>(
            IKnowledgeGrain.Key, (grain, token) => grain.Progress(caller.Who, token), cancellationToken));

    private static async Task<Ok<Page<KnowledgeHit>>> Search(
        CurrentPrincipal caller, string q, string? productId, string? kind, int? limit,
        TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var query = new KnowledgeQuery
        {
            Text = rules.Require(q, nameof(q)),
            ProductId = Identifiers.Optional(productId, nameof(productId)),
            Kind = ParseKind(kind),
            Limit = TextRules.Within(limit ?? 10, 1, 50, nameof(limit)),
        };
        return TypedResults.Ok(new Page<KnowledgeHit>
        {
            Items = await grains.Repeatable<IKnowledgeGrain, IReadOnlyList<KnowledgeHit>>(
                IKnowledgeGrain.Key, (grain, token) => grain.Search(caller.Who, query, token), cancellationToken),
        });
    }

    /// <summary>A kind of document by its public name; null stays null.</summary>
    internal static KnowledgeKind? ParseKind(string? kind) => kind switch
    {
        null or "" => null,
        "faq" => KnowledgeKind.Faq,
        "guide" => KnowledgeKind.Guide,
        "manual" => KnowledgeKind.Manual,
        "policy" => KnowledgeKind.Policy,
        _ => throw new SupportException(FailureKind.Invalid, "kind must be faq, guide, manual or policy."),
    };
}
