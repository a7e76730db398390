using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fakes;
using SupportAgents.Api.Tests.Fixtures;
using SupportAgents.Audit;
using SupportAgents.Identity;

namespace SupportAgents.Api.Tests.Audit;

public sealed class AuditTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    private readonly string _name = $"Sam-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_staff_call_that_changes_something_is_recorded_before_it_ends()
    {
        var id = await StartConversation(Customer);
        using var staff = As(Tokens.Staff(_name));

        await staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/note", new { text = "careful: not for the log" });

        var entry = await Single();
        Assert.Equal((Role.Staff, "POST", $"/v1/desk/conversations/{id}/note", 200), (entry.Role, entry.Method, entry.Path, entry.Status));
        Assert.DoesNotContain("careful", entry.ToString());
        Assert.StartsWith("a_", entry.Id);
    }

    [Fact]
    public async Task Refused_and_failed_calls_are_recorded_with_their_status()
    {
        using var staff = As(Tokens.Staff(_name));
        await staff.DeleteAsync("/v1/conversations/c_nothing");
        Assert.Equal(404, (await Single()).Status);
    }

    [Fact]
    public async Task The_customer_that_was_named_and_the_tool_are_recorded_and_the_query_is_not()
    {
        using var staff = As(Tokens.Admin(_name), onBehalfOf: CustomerId);
        var call = new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = "list_orders", arguments = new { } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp?q=private") { Content = JsonContent.Create(call) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");

        (await staff.SendAsync(request)).EnsureSuccessStatusCode();

        var entry = await Single();
        Assert.Equal((Role.Admin, "/mcp", CustomerId, "list_orders"), (entry.Role, entry.Path, entry.CustomerId, entry.Tool));
    }

    [Fact]
    public async Task Customers_calls_are_not_recorded()
    {
        await Customer.GetAsync("/v1/me");
        Assert.DoesNotContain(FakeAuditGrain.Entries, entry => entry.Actor == CustomerId);
    }

    [Fact]
    public async Task Only_admins_read_the_log()
    {
        using var admin = As(Tokens.Admin(_name));
        await admin.PostAsJsonAsync("/v1/desk/webhooks/evt_1.crm/retry", new { });

        var page = await Json(await admin.GetAsync($"/v1/audit?actor={_name}&limit=10"));

        Assert.Equal("admin", page.GetProperty("items")[0].GetProperty("role").GetString());
        await Problem(await As(Tokens.Staff(_name)).GetAsync("/v1/audit"), HttpStatusCode.Forbidden);
        await Problem(await Customer.GetAsync("/v1/audit"), HttpStatusCode.Forbidden);
        await Problem(await admin.GetAsync("/v1/audit?limit=0"), HttpStatusCode.BadRequest);
    }

    private async Task<AuditEntry> Single()
    {
        // The entry is stored when the call ends on the server, which may be just after the client has its answer.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        AuditEntry[] own;
        while ((own = [.. FakeAuditGrain.Entries.Where(entry => entry.Actor == _name)]).Length == 0)
            await Task.Delay(10, patience.Token);
        return Assert.Single(own);
    }
}
