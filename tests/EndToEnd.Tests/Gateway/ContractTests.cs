using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportAgents.EndToEnd.Tests.Attacks;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Gateway;

/// <summary>
/// The OpenAPI document against the running service: every operation is called, and what it answers is what is written
/// there, no more and no less. An operation without a line in <see cref="Calls"/> is called with its example, or with
/// nothing, and may refuse that in a documented way.
/// </summary>
public sealed class ContractTests(FuzzHost host, ITestOutputHelper output) : IClassFixture<FuzzHost>
{
    // Its answers are a protocol's own.
    private static readonly string[] s_elsewhere = ["POST /mcp"];

    private string _conversation = "";

    [Fact]
    public async Task Every_operation_answers_as_documented()
    {
        var document = await Document();
        var check = new SchemaCheck(document);
        var (called, faults) = (new HashSet<string>(), new List<string>());
        await foreach (var (operation, response) in Calls())
        {
            using (response)
            {
                called.Add(operation);
                if (await Fault(document, check, operation, response, mayRefuse: false) is { } fault)
                    faults.Add($"{operation}: {fault}");
            }
        }
        var others = Operations(document).Where(one => !called.Contains(one.Name) && !s_elsewhere.Contains(one.Name)).ToList();
        foreach (var (operation, description) in others)
        {
            using var response = await Call(operation, description);
            if (await Fault(document, check, operation, response, mayRefuse: true) is { } fault)
                faults.Add($"{operation}: {fault}");
        }

        output.WriteLine($"{called.Count} operations called by hand, {others.Count} by their description: {string.Join(", ", others.Select(one => one.Name))}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_example_fits_its_schema_and_every_error_has_one()
    {
        var document = await Document();
        var (check, faults, count) = (new SchemaCheck(document), new List<string>(), 0);
        foreach (var (name, operation) in Operations(document))
        {
            foreach (var (where, media) in Contents(operation))
            {
                if (!media.Value.TryGetProperty("example", out var example))
                {
                    if (media.Name == "application/problem+json")
                        faults.Add($"{name} {where} has no example");
                    continue;
                }
                count++;
                if (media.Value.TryGetProperty("schema", out var schema) && check.Fault(example, schema) is { } fault)
                    faults.Add($"{name} {where}: {fault}");
            }
        }
        output.WriteLine($"{count} examples");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(count > 300);
    }

    private async IAsyncEnumerable<(string Operation, HttpResponseMessage Response)> Calls()
    {
        using HttpClient nobody = new() { BaseAddress = host.Address }, kenji = host.As("demo-kenji"), staff = host.As("Sam", Role.Staff), admin = host.As("Ada", Role.Admin);

        yield return ("GET /health/live", await nobody.GetAsync("/health/live"));
        yield return ("GET /health/ready", await nobody.GetAsync("/health/ready"));
        yield return ("GET /demo/customers", await nobody.GetAsync("/demo/customers"));
        yield return ("POST /demo/token", await nobody.PostAsJsonAsync("/demo/token", new { customerId = "demo-kenji" }));
        yield return ("POST /v1/visitors", await nobody.PostAsync("/v1/visitors", null));
        yield return ("POST /v1/sign-in/code", await nobody.PostAsJsonAsync("/v1/sign-in/code", new { email = "kenji.morimoto@example.com" }));
        yield return ("POST /v1/sign-in", await nobody.PostAsJsonAsync("/v1/sign-in", new { email = "kenji.morimoto@example.com", code = await MailFolder.Code(host.Data) }));

        yield return ("GET /v1/me", await kenji.GetAsync("/v1/me"));
        yield return ("PATCH /v1/me/preferences", await kenji.PatchAsJsonAsync("/v1/me/preferences", new { roast = "dark" }));
        yield return ("GET /v1/me/orders", await kenji.GetAsync("/v1/me/orders"));
        var orders = await kenji.GetFromJsonAsync<JsonElement>("/v1/me/orders");
        foreach (var id in orders.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("id").GetString()!))
            yield return ("GET /v1/me/orders/{id}", await kenji.GetAsync($"/v1/me/orders/{Uri.EscapeDataString(id)}"));

        var started = await kenji.PostAsJsonAsync("/v1/conversations", new { text = "What is your return policy?" });
        _conversation = JsonSerializer.Deserialize<JsonElement>(await started.Content.ReadAsStringAsync()).GetProperty("conversationId").GetString()!;
        yield return ("POST /v1/conversations", started);
        foreach (var text in new[] { "Where is my order?", "Recommend me a kettle", "Change the address of my account to 5 Main Street, Salem, OR 97301, USA" })
            yield return ("POST /v1/conversations/{id}/messages", await Say(kenji, new { text }));
        var streamed = new HttpRequestMessage(HttpMethod.Post, $"/v1/conversations/{_conversation}/messages") { Content = JsonContent.Create(new { text = "Hello" }) };
        streamed.Headers.Accept.ParseAdd("text/event-stream");
        yield return ("POST /v1/conversations/{id}/messages", await kenji.SendAsync(streamed));
        yield return ("GET /v1/conversations", await kenji.GetAsync("/v1/conversations?limit=1"));
        yield return ("GET /v1/conversations/{id}", await kenji.GetAsync($"/v1/conversations/{_conversation}"));
        yield return ("GET /v1/conversations/{id}/messages", await kenji.GetAsync($"/v1/conversations/{_conversation}/messages?limit=200"));
        yield return ("GET /v1/conversations/{id}/events", await kenji.GetAsync($"/v1/conversations/{_conversation}/events", HttpCompletionOption.ResponseHeadersRead));
        yield return ("POST /v1/conversations/{id}/feedback", await kenji.PostAsJsonAsync($"/v1/conversations/{_conversation}/feedback", new { rating = 4, comment = "fine" }));
        yield return ("POST /v1/conversations/{id}/handoff", await kenji.PostAsJsonAsync($"/v1/conversations/{_conversation}/handoff", new { reason = "a person, please" }));

        yield return ("GET /v1/models", await kenji.GetAsync("/v1/models"));
        yield return ("GET /v1/models/{model}", await kenji.GetAsync("/v1/models/support-agents"));
        var completion = new { model = "support-agents", messages = new[] { new { role = "user", content = "What is your return policy?" } } };
        yield return ("POST /v1/chat/completions", await kenji.PostAsJsonAsync("/v1/chat/completions", completion));

        yield return ("GET /v1/understand", await staff.GetAsync("/v1/understand?text=where%20is%20my%20order%20%23N10309%20and%20recommend%20a%20kettle%20under%20%2450"));
        yield return ("GET /v1/desk/queue", await staff.GetAsync("/v1/desk/queue"));
        yield return ("GET /v1/desk/conversations", await staff.GetAsync("/v1/desk/conversations?q=return&limit=1"));
        yield return ("GET /v1/desk/figures", await staff.GetAsync("/v1/desk/figures?days=7"));
        yield return ("GET /v1/desk/tools", await staff.GetAsync("/v1/desk/tools"));
        foreach (var (tool, arguments) in new (string, object)[] { ("list_orders", new { }), ("get_order_details", new { order_id = "#N0" }), ("update_customer_address", Address("7 Oak Street")) })
            yield return ("POST /v1/desk/customers/{id}/tools/{tool}", await staff.PostAsJsonAsync($"/v1/desk/customers/demo-kenji/tools/{tool}", arguments));
        yield return ("GET /v1/desk/customers/{id}", await staff.GetAsync("/v1/desk/customers/demo-kenji"));
        yield return ("GET /v1/desk/conversations/{id}", await staff.GetAsync($"/v1/desk/conversations/{_conversation}"));
        foreach (var (action, body) in new (string, object)[] { ("assign", new { }), ("reply", new { text = "Hello, Sam here." }), ("note", new { text = "a note" }), ("draft", new { text = "How long may I return something?" }), ("hand-back", new { note = "done" }), ("close", new { outcome = "solved" }) })
            yield return ($"POST /v1/desk/conversations/{{id}}/{action}", await staff.PostAsJsonAsync($"/v1/desk/conversations/{_conversation}/{action}", body));

        yield return ("GET /v1/desk/webhooks", await staff.GetAsync("/v1/desk/webhooks?state=dead"));
        yield return ("POST /v1/desk/webhooks/{id}/retry", await staff.PostAsync($"/v1/desk/webhooks/{await FuzzHost.DeadWebhook(staff)}/retry", null));
        yield return ("GET /v1/audit", await admin.GetAsync("/v1/audit?actor=Sam"));

        yield return ("POST /v1/knowledge/documents", await admin.PostAsync("/v1/knowledge/documents?id=contract-test&kind=faq", new StringContent("# Lamps\n\nLamps are lit.", Encoding.UTF8, "text/markdown")));
        yield return ("GET /v1/knowledge/documents", await staff.GetAsync("/v1/knowledge/documents?limit=2"));
        yield return ("GET /v1/knowledge/documents/{id}", await staff.GetAsync("/v1/knowledge/documents/contract-test"));
        yield return ("GET /v1/knowledge/search", await staff.GetAsync("/v1/knowledge/search?q=return%20policy"));
        yield return ("GET /v1/knowledge/sections", await kenji.GetAsync("/v1/knowledge/sections?documentId=contract-test&section=Lamps"));
        yield return ("DELETE /v1/knowledge/documents/{id}", await admin.DeleteAsync("/v1/knowledge/documents/contract-test"));
        yield return ("DELETE /v1/conversations/{id}", await kenji.DeleteAsync($"/v1/conversations/{_conversation}"));
    }

    private async Task<HttpResponseMessage> Call(string operation, JsonElement description)
    {
        var parts = operation.Split(' ', 2);
        using var client = parts[1].StartsWith("/v1/me", StringComparison.Ordinal) ? host.As("demo-zoe") : host.As("Ada", Role.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1].Replace("{id}", "demo-zoe", StringComparison.Ordinal));
        if (description.TryGetProperty("requestBody", out var body))
            request.Content = JsonContent.Create(body.GetProperty("content").EnumerateObject().First().Value.TryGetProperty("example", out var example) ? example : JsonSerializer.SerializeToElement(new { }));
        return await client.SendAsync(request);
    }

    private Task<HttpResponseMessage> Say(HttpClient client, object body) => client.PostAsJsonAsync($"/v1/conversations/{_conversation}/messages", body);

    private static object Address(string line1) => new { line1, line2 = "", city = "Salem", state = "OR", country = "USA", postal_code = "97301" };

    private static async Task<string?> Fault(JsonElement document, SchemaCheck check, string operation, HttpResponseMessage response, bool mayRefuse)
    {
        var parts = operation.Split(' ', 2);
        var responses = document.GetProperty("paths").GetProperty(parts[1]).GetProperty(parts[0].ToLowerInvariant()).GetProperty("responses");
        if ((!response.IsSuccessStatusCode && !mayRefuse) || !responses.TryGetProperty($"{(int)response.StatusCode}", out var documented))
            return $"answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!documented.TryGetProperty("content", out var content))
            return type is null ? null : $"answers {type}, which is not documented";
        if (type is null || !content.TryGetProperty(type, out var media))
            return $"answers {type}, which is not documented";
        return type.Contains("json", StringComparison.Ordinal) ? check.Fault(JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()), media.GetProperty("schema")) : null;
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(one => ($"{one.Name.ToUpperInvariant()} {path.Name}", one.Value)));

    private static IEnumerable<(string Where, JsonProperty Media)> Contents(JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var body) && body.TryGetProperty("content", out var accepted))
            foreach (var media in accepted.EnumerateObject())
                yield return ("body", media);
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(one => one.Value.TryGetProperty("content", out _)))
            foreach (var media in response.Value.GetProperty("content").EnumerateObject())
                yield return (response.Name, media);
    }

    private async Task<JsonElement> Document()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        return await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
    }
}
