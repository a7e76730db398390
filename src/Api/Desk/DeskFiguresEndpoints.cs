using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Desk;

namespace SupportAgents.Api.Desk;

/// <summary>The figures that a support lead wants.</summary>
public static class DeskFiguresEndpoints
{
    private const int LongestDays = 366;

    /// <summary>Maps the figures below the desk.</summary>
    public static void MapDeskFigures(this IEndpointRouteBuilder desk) => desk.MapGet("/figures", Figures)
        .WithSummary("Volume, resolved without a person, hand-off reasons, satisfaction, time to answer and model cost")
        .WithDescription("Of the last `days` UTC days (30 unless told, 366 at most), today's included.");

    private static async Task<Ok<DeskFigures>> Figures(
        CurrentPrincipal caller, int? days, TimeProvider time, GrainCalls grains, CancellationToken cancellationToken)
    {
        var span = TextRules.Within(days ?? 30, 1, LongestDays, nameof(days));
        var to = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return TypedResults.Ok(await grains.Repeatable<IDeskGrain, DeskFigures>(
            IDeskGrain.Key, (grain, token) => grain.Figures(caller.Who, to.AddDays(-span), to, token), cancellationToken));
    }
}
