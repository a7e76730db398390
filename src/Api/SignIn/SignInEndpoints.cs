using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Failures;
using SupportAgents.SignIn;

namespace SupportAgents.Api.SignIn;

/// <summary>Ways in for people without a token: as a visitor, or by a one-time code to the account's e-mail address.</summary>
public static class SignInEndpoints
{
    private const int LongestEmail = 254;
    private const int LongestCode = 20;

    /// <summary>Maps <c>/v1/visitors</c> and <c>/v1/sign-in</c>.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Sign-in").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ProducesProblems();
        group.MapPost("/visitors", Visit)
            .WithSummary("A token for a visitor, who may ask about products and the shop");
        group.MapPost("/sign-in/code", SendCode)
            .WithSummary("Sends a one-time code to an e-mail address, if an account has it")
            .WithDescription("The answer is the same whether an account has the address or not. Three codes an hour are sent to an address.");
        group.MapPost("/sign-in", Redeem)
            .WithSummary("A customer's token for the code that was sent")
            .WithDescription("A code works once, within ten minutes; after five wrong tries it is void. The same 400 tells each of these.");
    }

    private static Created<IssuedToken> Visit(VisitorTokens tokens) => TypedResults.Created((string?)null, tokens.ForVisitor());

    private static async Task<Accepted<CodeRequested>> SendCode(CodeRequest body, GrainCalls grains, CancellationToken cancellationToken)
    {
        var email = RequireEmail(body.Email);
        await grains.Once<ISignInGrain, bool>(ISignInGrain.KeyOf(email), async (grain, token) =>
        {
            await grain.SendCode(email, token);
            return true;
        }, cancellationToken);
        return TypedResults.Accepted((string?)null, new CodeRequested("If an account has this address, a code is on its way to it."));
    }

    private static async Task<Ok<IssuedToken>> Redeem(SignInRequest body, VisitorTokens tokens, GrainCalls grains, CancellationToken cancellationToken)
    {
        var email = RequireEmail(body.Email);
        var customerId = body.Code is { Length: > 0 and <= LongestCode } code && TextRules.IsUnicode(code)
            ? await grains.Once<ISignInGrain, string?>(ISignInGrain.KeyOf(email), (grain, token) => grain.Redeem(code, token), cancellationToken)
            : null;
        return customerId is null
            ? throw new SupportException(FailureKind.Invalid, "The code is wrong, was used, or has expired. Ask for a new one after five wrong tries.")
            : TypedResults.Ok(tokens.ForCustomer(customerId));
    }

    private static string RequireEmail(string? email) =>
        email is { Length: <= LongestEmail } && email.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < email.Trim().Length - 1
        && !email.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && TextRules.IsUnicode(email)
            ? email
            : throw new SupportException(FailureKind.Invalid, "email must be an e-mail address.");
}

/// <summary>Asks for a code.</summary>
public sealed record CodeRequest
{
    /// <summary>The account's e-mail address.</summary>
    public required string Email { get; init; }
}

/// <summary>The same for every address.</summary>
/// <param name="Message">What happens now.</param>
public sealed record CodeRequested(string Message);

/// <summary>Proves who somebody is.</summary>
public sealed record SignInRequest
{
    /// <summary>The address that the code was sent to.</summary>
    public required string Email { get; init; }

    /// <summary>The six digits.</summary>
    public required string Code { get; init; }
}
