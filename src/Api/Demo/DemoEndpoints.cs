using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;

namespace SupportAgents.Api.Demo;

/// <summary>Sign-in for visitors of the demo shop.</summary>
public static class DemoEndpoints
{
    /// <summary>Maps <c>/demo</c> where the host registered <see cref="IDemoSignIn"/>.</summary>
    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IDemoSignIn)) is false)
            return;
        var group = routes.MapGroup("/demo").WithTags("Demo").AllowAnonymous().ProducesProblems();
        group.MapGet("/customers", Customers).WithSummary("Customers that a visitor may be");
        group.MapPost("/token", SignIn).WithSummary("A token for one of them");
    }

    private static async Task<Ok<Page<DemoCustomer>>> Customers(IDemoSignIn demo, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<DemoCustomer> { Items = await demo.Customers(cancellationToken) });

    private static async Task<Ok<DemoToken>> SignIn(DemoSignInRequest body, IDemoSignIn demo, CancellationToken cancellationToken) =>
        await demo.SignIn(Identifiers.Require(body.CustomerId, "customerId"), cancellationToken) is { } token
            ? TypedResults.Ok(new DemoToken(token))
            : throw SupportException.NotFound("customer");
}

/// <summary>Whom to be.</summary>
public sealed record DemoSignInRequest
{
    /// <summary>One of the demo customers' ids.</summary>
    public required string CustomerId { get; init; }
}

/// <summary>A bearer token.</summary>
/// <param name="Token">Goes into the Authorization header.</param>
public sealed record DemoToken(string Token);
