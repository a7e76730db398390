using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Api.Demo;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Demo;

public sealed class DemoTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Routes_do_not_exist_without_the_demo_shop() => await Problem(await Anonymous.GetAsync("/demo/customers"), HttpStatusCode.NotFound);

    [Fact]
    public async Task Visitor_picks_a_customer_and_gets_their_token()
    {
        var client = Fixture.Start(services => services.AddSingleton<IDemoSignIn, OneCustomer>()).CreateClient();

        var customers = await Json(await client.GetAsync("/demo/customers"));
        var token = await Json(await client.PostAsJsonAsync("/demo/token", new { customerId = "mia" }));

        Assert.Equal("Mia Li", customers.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("token of mia", token.GetProperty("token").GetString());
        await Problem(await client.PostAsJsonAsync("/demo/token", new { customerId = "leo" }), HttpStatusCode.NotFound);
    }

    private sealed class OneCustomer : IDemoSignIn
    {
        public Task<IReadOnlyList<DemoCustomer>> Customers(CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<DemoCustomer>>([new DemoCustomer("mia", "Mia Li")]);

        public Task<string?> SignIn(string customerId, CancellationToken cancellationToken = default) =>
            Task.FromResult(customerId == "mia" ? "token of mia" : null);
    }
}
