using System.Net;
using System.Text.RegularExpressions;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Pages;

public sealed partial class PageTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/desk")]
    public async Task Page_is_served_with_a_strict_policy_and_everything_it_refers_to(string path)
    {
        var response = await Anonymous.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var policy = string.Concat(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        var page = await response.Content.ReadAsStringAsync();
        foreach (Match file in Reference().Matches(page))
            Assert.Equal(HttpStatusCode.OK, (await Anonymous.GetAsync(new Uri(new Uri("http://localhost/"), file.Groups[1].Value))).StatusCode);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=", page);
    }

    [Theory]
    [InlineData("/chat.mjs")]
    [InlineData("/markdown-it.mjs")]
    public async Task Script_is_a_script(string path) =>
        Assert.Equal("text/javascript", (await Anonymous.GetAsync(path)).Content.Headers.ContentType?.MediaType);

    [Theory]
    [InlineData("/v1/me")]
    [InlineData("/nothing")]
    public async Task Every_answer_has_the_security_headers(string path)
    {
        var response = await Customer.GetAsync(path);

        Assert.Equal("nosniff", string.Concat(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", string.Concat(response.Headers.GetValues("Referrer-Policy")));
    }

    [GeneratedRegex("(?:src|href)=\"([^\"#]+)\"")]
    private static partial Regex Reference();
}
