using Microsoft.AspNetCore.Mvc;

namespace SupportAgents.Api.Documents;

/// <summary>Declares the errors that every route of a group may answer with.</summary>
public static class ProblemResponses
{
    /// <summary>Documents them as problem details.</summary>
    public static RouteGroupBuilder ProducesProblems(this RouteGroupBuilder group)
    {
        foreach (var status in (int[])[400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
            group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
        return group;
    }
}
