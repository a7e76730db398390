using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportAgents.Api.Limits;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Auth;

/// <summary>An OIDC provider's keys instead of one of our own, or beside it.</summary>
public sealed class AuthorityTests(GatewayFixture fixture) : GatewayTest(fixture), IAsyncLifetime
{
    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication? _provider;

    private string Authority => _provider!.Urls.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _provider = builder.Build();
        _provider.Urls.Add("http://127.0.0.1:0");
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "k1" });
        _provider.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{Authority}/keys" }));
        _provider.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = key.N, e = key.E, alg = "RS256" } } }));
        await _provider.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _provider!.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task Tokens_of_the_provider_hold_and_those_of_a_key_do_not()
    {
        var gateway = Gateway(signingKey: "");

        Assert.Equal(HttpStatusCode.OK, await Status(gateway, Signed(_rsa)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(gateway, Tokens.Customer(CustomerId)));
        using var other = RSA.Create(2048);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(gateway, Signed(other)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(gateway, Signed(_rsa, issuer: "https://somebody.example")));
        await Problem(await gateway.CreateClient().PostAsync("/v1/visitors", null), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_public_key_is_not_taken_for_a_secret()
    {
        var forged = Make(new SigningCredentials(new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo()) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256), Authority);

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Gateway(signingKey: ""), forged));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Gateway(Tokens.KeyText), forged));
    }

    [Fact]
    public async Task With_a_key_beside_it_visitors_are_served_too()
    {
        var gateway = Gateway(Tokens.KeyText);
        var visit = await Json(await gateway.CreateClient().PostAsync("/v1/visitors", null), HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.OK, await Status(gateway, Signed(_rsa)));
        Assert.Equal(HttpStatusCode.OK, await Status(gateway, visit.GetProperty("token").GetString()!, "/v1/conversations"));
    }

    private WebApplicationFactory<LimitOptions> Gateway(string signingKey) =>
        Fixture.Start(("Support:Auth:Authority", Authority), ("Support:Auth:SigningKey", signingKey));

    private string Signed(RSA key, string? issuer = null) =>
        Make(new SigningCredentials(new RsaSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256), issuer ?? Authority);

    private string Make(SigningCredentials credentials, string issuer) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = "support-agents",
        Claims = new Dictionary<string, object> { ["sub"] = CustomerId, ["role"] = "customer" },
        SigningCredentials = credentials,
    });

    private static async Task<HttpStatusCode> Status(WebApplicationFactory<LimitOptions> gateway, string token, string path = "/v1/me")
    {
        using var client = gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
