using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Documents;

public sealed partial class OpenApiTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    // The documents themselves are not in the document, nor are figures in a format of their own.
    private static readonly string[] Undocumented = ["/openapi/", "/docs", "/metrics"];

    // Ways in for people without a token.
    private static readonly string[] Open = ["/v1/visitors", "/v1/sign-in", "/v1/sign-in/code"];

    [Fact]
    public async Task Document_lists_every_mapped_route()
    {
        var paths = (await Document()).GetProperty("paths");
        var mapped = Fixture.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}"))
            .Where(path => !Undocumented.Any(path.StartsWith))
            .Distinct().ToArray();

        Assert.NotEmpty(mapped);
        Assert.All(mapped, path => Assert.True(paths.TryGetProperty(path, out _), path));
    }

    [Fact]
    public async Task Every_operation_has_a_summary_its_security_and_its_errors()
    {
        foreach (var path in (await Document()).GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Select(member => member.Value))
            {
                Assert.True(operation.TryGetProperty("summary", out _), path.Name);
                if (!path.Name.StartsWith("/v1", StringComparison.Ordinal))
                    continue;
                Assert.Equal(!Open.Contains(path.Name), operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0);
                Assert.True(operation.GetProperty("responses").TryGetProperty("401", out _), path.Name);
                Assert.True(operation.GetProperty("responses").TryGetProperty("429", out _), path.Name);
            }
        }
    }

    [Fact]
    public async Task Money_is_a_number_and_the_stream_is_named()
    {
        var document = await Document();

        Assert.Equal("number", document.GetProperty("components").GetProperty("schemas").GetProperty("Money").GetProperty("type").GetString());
        var ok = document.GetProperty("paths").GetProperty("/v1/conversations/{id}/messages").GetProperty("post").GetProperty("responses").GetProperty("200");
        Assert.True(ok.GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(ok.GetProperty("content").TryGetProperty("text/event-stream", out _));
    }

    [Fact]
    public async Task Reference_page_lets_only_its_own_script_in()
    {
        var response = await Anonymous.GetAsync("/docs");

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var policy = string.Concat(response.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.NotEmpty(nonce);
        Assert.Contains($"nonce=\"{nonce}\"", System.Net.WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private async Task<JsonElement> Document() => await Json(await Anonymous.GetAsync("/openapi/v1.json"));

    [GeneratedRegex(@":[^}]*\}|\?\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
