using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>The program with Orleans' dashboard turned on.</summary>
public sealed class DashboardHost() : InProcessHost("--Support:Telemetry:Dashboard", "true", "--Support:Demo", "false");

/// <summary>Orleans' dashboard is for admins, and for nobody unless it is asked for.</summary>
public sealed class DashboardTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("DashboardCounters")]
    public async Task Admin_whose_browser_sends_the_token_as_a_password_sees_it(string page)
    {
        using var browser = Browser("dana", Role.Admin);

        using var response = await browser.GetAsync(new Uri($"/dashboard/{page}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Staff)]
    public async Task Others_are_refused(Role role)
    {
        using var browser = Browser("anna", role);

        using var response = await browser.GetAsync(new Uri("/dashboard/DashboardCounters", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Browser_without_a_token_is_asked_for_one()
    {
        using var browser = new HttpClient { BaseAddress = host.Address };

        using var response = await browser.GetAsync(new Uri("/dashboard/index.html", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Password_signs_nobody_in_elsewhere()
    {
        using var browser = Browser("dana", Role.Admin);

        using var response = await browser.GetAsync(new Uri("/v1/desk/queue", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private HttpClient Browser(string subject, Role role)
    {
        using var known = host.As(subject, role);
        var token = known.DefaultRequestHeaders.Authorization!.Parameter;
        var browser = new HttpClient { BaseAddress = host.Address };
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{token}")));
        return browser;
    }
}
