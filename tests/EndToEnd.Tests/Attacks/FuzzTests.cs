using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Api.Auth;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Attacks;

/// <summary>Seeded nonsense over every operation of the OpenAPI document, against the whole program.</summary>
public sealed class FuzzTests(FuzzHost host, ITestOutputHelper output) : IClassFixture<FuzzHost>
{
    private const int Seed = 2_026_1125;
    private const int Requests = 2_000;

    [Fact]
    public async Task None_of_2000_requests_from_the_document_is_a_5xx_and_every_error_is_of_its_shape()
    {
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var requests = new FuzzRequests(new Random(Seed), document, await Ids(), Tokens());
        var (statuses, faults) = (new SortedDictionary<int, int>(), new List<string>());

        for (var number = 0; number < Requests; number++)
        {
            using var request = requests.Next(number);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
            var body = isStream ? "" : await response.Content.ReadAsStringAsync();
            if (Fault(request, response, body) is { } fault)
                faults.Add($"{number}: {request.Method} {Short(request.RequestUri!.ToString())} -> {status} {fault}: {Short(body)}");
        }

        output.WriteLine($"{Requests} requests over {requests.Operations} operations: {string.Join(", ", statuses.Select(one => $"{one.Value} x {one.Key}"))}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.True(statuses.Where(one => one.Key is >= 200 and < 300).Sum(one => one.Value) > Requests / 10, "too few requests were understood to say anything");
        using var alive = await client.GetAsync("/health/ready");
        Assert.True(alive.IsSuccessStatusCode);
    }

    private static string? Fault(HttpRequestMessage request, HttpResponseMessage response, string body)
    {
        var (status, path) = ((int)response.StatusCode, request.RequestUri!.AbsolutePath);
        if (status >= 500)
            return "server error";
        if (body.Contains("   at ", StringComparison.Ordinal) || body.Contains("SupportAgents.", StringComparison.Ordinal) || body.Contains("System.", StringComparison.Ordinal))
            return "tells what is inside";
        if (status < 400 || request.Method == HttpMethod.Head)
            return null;
        var json = TryParse(body);
        if (path.StartsWith("/v1/chat", StringComparison.Ordinal) || path.StartsWith("/v1/models", StringComparison.Ordinal))
            return json is { } wrapped && wrapped.TryGetProperty("error", out var error) && Has(error, "message") && Has(error, "type") && error.TryGetProperty("code", out _) ? null : "not OpenAI's shape";
        // The protocol's own errors are JSON-RPC; what the gateway refuses before it is problem details.
        if (path.StartsWith("/mcp", StringComparison.Ordinal) && json is { ValueKind: JsonValueKind.Object } rpc && rpc.TryGetProperty("jsonrpc", out _))
            return null;
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json" || json is not { ValueKind: JsonValueKind.Object } problem)
            return "not problem details";
        return problem.GetProperty("status").GetInt32() == status && Has(problem, "title") && Has(problem, "detail") ? null : "incomplete problem details";
    }

    private static bool Has(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString()!.Length > 0;

    private static JsonElement? TryParse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string[] Tokens()
    {
        var issuer = host.Services.GetRequiredService<TokenIssuer>();
        string Customer(string id) => issuer.Issue(id, Role.Customer, null, TimeSpan.FromHours(1));
        var (staff, admin) = (issuer.Issue("Sam", Role.Staff, null, TimeSpan.FromHours(1)), issuer.Issue("Ada", Role.Admin, null, TimeSpan.FromHours(1)));
        return
        [
            Customer("demo-anna"), Customer("demo-anna"), Customer("demo-anna"), Customer("demo-marcus"), Customer("nobody"), staff, staff, admin, admin, admin,
            host.Services.GetRequiredService<VisitorTokens>().ForVisitor().Token, "", "nonsense", "a.b.c",
        ];
    }

    /// <summary>Ids that exist, so that some requests go deep.</summary>
    private async Task<string[]> Ids()
    {
        using var anna = host.As("demo-anna");
        var chat = await Chat.Open(anna);
        await chat.Say("I want to cancel #N10431, I ordered it by mistake");
        var orders = await anna.GetFromJsonAsync<JsonElement>("/v1/me/orders");
        return [chat.Id, chat.Id, "demo-anna", "list_orders", "returns", "sam", .. orders.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("id").GetString()!).Take(3)];
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
