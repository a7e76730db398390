using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Tools;

namespace SupportAgents.Api.Desk;

/// <summary>The agents' tools in the hands of staff, for one customer: the same rules, and no write without a proposal.</summary>
public static class DeskToolEndpoints
{
    // Every customer's tools are the same; the grain that lists them needs some key.
    private const string AnyCustomer = "desk";

    /// <summary>Maps the tools below the desk.</summary>
    public static void MapDeskTools(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/tools", List).WithSummary("The tools with the schemas of their arguments");
        desk.MapPost("/customers/{id}/tools/{tool}", Invoke)
            .WithSummary("Runs a tool on the customer's behalf; the body is its arguments")
            .WithDescription("The outcome has exactly one of `data`, `refusal` and `proposal`. A proposal changes nothing until `confirm_proposal`.");
    }

    private static async Task<Ok<Page<ToolDescription>>> List(GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<ToolDescription>
        {
            Items = await grains.Repeatable<IToolboxGrain, IReadOnlyList<ToolDescription>>(
                AnyCustomer, (grain, token) => grain.Describe(token), cancellationToken),
        });

    private static async Task<Ok<ToolOutcome>> Invoke(
        CurrentPrincipal caller, string id, string tool, JsonElement arguments, GrainCalls grains, CancellationToken cancellationToken)
    {
        var customerId = Identifiers.FromPath(id, "customer");
        var name = Identifiers.FromPath(tool, "tool");
        if (arguments.ValueKind is not JsonValueKind.Object)
            throw new SupportException(FailureKind.Invalid, "The arguments must be a JSON object.");
        TextRules.RequireText(arguments);
        // Made once: a confirmation is safe to repeat, but a person sees the outcome and decides.
        return TypedResults.Ok(await grains.Once<IToolboxGrain, ToolOutcome>(
            customerId, (grain, token) => grain.Invoke(caller.Who with { CustomerId = customerId }, name, arguments.GetRawText(), token), cancellationToken));
    }
}
