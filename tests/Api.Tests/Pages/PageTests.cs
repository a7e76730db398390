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
    [InlineData("/chat/main.mjs")]
    [InlineData("/desk/main.mjs")]
    [InlineData("/shared/markdown-it.mjs")]
    [InlineData("/embed.js")]
    public async Task Script_is_a_script(string path) =>
        Assert.Equal("text/javascript", (await Anonymous.GetAsync(path)).Content.Headers.ContentType?.MediaType);

    [Fact]
    public async Task Every_module_that_a_page_imports_is_there()
    {
        var known = new HashSet<Uri>();
        var open = new Stack<Uri>([new Uri("http://localhost/chat/main.mjs"), new Uri("http://localhost/desk/main.mjs")]);
        while (open.TryPop(out var module))
        {
            if (!known.Add(module))
                continue;
            var response = await Anonymous.GetAsync(module);
            Assert.True(response.StatusCode == HttpStatusCode.OK, module.ToString());
            foreach (Match import in Import().Matches(await response.Content.ReadAsStringAsync()))
                open.Push(new Uri(module, import.Groups[1].Value));
        }
        Assert.True(known.Count > 20);
    }

    [Fact]
    public async Task Only_named_sites_may_frame_the_customers_page_and_none_the_desk()
    {
        using var gateway = Fixture.Start(("Support:Embed:Origins:0", "https://shop.example")).CreateClient();

        Assert.EndsWith("frame-ancestors https://shop.example", await Policy(gateway, "/"));
        Assert.EndsWith("frame-ancestors 'none'", await Policy(gateway, "/desk"));
        Assert.EndsWith("frame-ancestors 'none'", await Policy(Anonymous, "/"));
    }

    [Theory]
    [InlineData("https://shop.example; script-src *")]
    [InlineData("shop.example")]
    [InlineData("https://shop.example/path")]
    public void Origin_that_is_none_stops_the_start(string origin)
    {
        var failure = Assert.ThrowsAny<Exception>(() => Fixture.Start(("Support:Embed:Origins:0", origin)).CreateClient());
        Assert.Contains("Support:Embed:Origins", failure.ToString());
    }

    [Theory]
    [InlineData("/v1/me")]
    [InlineData("/nothing")]
    public async Task Every_answer_has_the_security_headers(string path)
    {
        var response = await Customer.GetAsync(path);

        Assert.Equal("nosniff", string.Concat(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", string.Concat(response.Headers.GetValues("Referrer-Policy")));
    }

    private static async Task<string> Policy(HttpClient client, string path) =>
        string.Concat((await client.GetAsync(path)).Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("from '([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex("(?:src|href)=\"([^\"#]+)\"")]
    private static partial Regex Reference();
}
