using System.Net;
using System.Text;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Failures;

/// <summary>Seeded malformed requests over all routes: each is a 4xx, and none tells what is inside.</summary>
public sealed class MalformedRequestTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    private const int Seed = 20_260_101;
    private const int Requests = 500;

    private static readonly (string Method, string Path)[] Routes =
    [
        ("POST", "/v1/conversations"), ("POST", "/v1/conversations/{id}/messages"), ("POST", "/v1/conversations/{id}/feedback"),
        ("POST", "/v1/conversations/{id}/handoff"), ("PATCH", "/v1/me/preferences"), ("POST", "/v1/chat/completions"),
        ("POST", "/v1/desk/conversations/{id}/reply"), ("POST", "/v1/desk/conversations/{id}/note"), ("POST", "/mcp"),
        ("POST", "/v1/desk/conversations/{id}/assign"), ("POST", "/v1/knowledge/documents"), ("GET", "/v1/knowledge/search?q={text}&limit={number}"),
        ("GET", "/v1/conversations/{id}/messages?after={number}&limit={number}"), ("GET", "/v1/me/orders/{id}"),
        ("GET", "/v1/understand?text={text}"), ("GET", "/v1/conversations?after={text}&limit={number}"), ("GET", "/v1/conversations/{id}/events"),
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "5", "\"text\"", "{\"text\":5}", "{\"text\":null}", "{\"text\":{}}", "{\"text\":\"a\\u0000b\"}",
        "{\"text\":\"\\ud800\"}", "{\"rating\":\"five\"}", "{\"rating\":1e99}", "{\"messages\":[[]]}", "{\"messages\":[{\"role\":5}]}",
        "{\"text\":\"" + new string('x', 100_000) + "\"}", "{\"text\":\"" + new string('x', 400_000) + "\"}", new string('[', 5_000),
        "{\"confirm\":{\"proposalId\":[],\"accept\":1}}", "{\"choice\":{}}", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":7}", "\u0001\u0002", "{\"reason\":[1]}",
        "{\"a\\u0000\":1}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":5}}", "{\"outcome\":7,\"name\":7,\"note\":7}",
    ];

    private static readonly string[] Texts = ["", "%00", "%ED%A0%80", "%01", "..%2F..%2Fetc", new string('y', 9_000), "%25", "c_unknown", "%F0%9F%91%8B", "'%20or%201=1"];

    // A server refuses a NUL in a path before any of this; the test server cannot send one.
    private static readonly string[] PathTexts = [.. Texts.Where(text => text != "%00")];

    private static readonly string[] Numbers = ["-1", "999999999999999999999", "x", "1.5", "", "0", "%00", "201"];

    private static readonly string?[] ContentTypes = ["application/json", "application/json", "application/json", "application/json", "application/json", "application/json", "application/json", "application/json", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "nonsense", null];

    [Fact]
    public async Task None_of_500_malformed_requests_is_a_5xx_or_tells_a_stack_trace()
    {
        var random = new Random(Seed);
        var tokens = new[]
        {
            Tokens.Customer(CustomerId), Tokens.Customer(CustomerId), Tokens.Customer(CustomerId), Tokens.Customer(CustomerId), Tokens.Staff(), Tokens.Staff(), Tokens.Admin(), Tokens.Admin(), "nonsense", "a.b.c", "",
            Tokens.Make("mia", "customer", TimeSpan.FromDays(-1)), Tokens.Make("mia", "root"), new string('t', 5_000),
        };
        var statuses = new SortedDictionary<int, int>();
        using var client = Fixture.Gateway.CreateClient();
        for (var i = 0; i < Requests; i++)
        {
            using var request = Make(random, Pick(random, tokens));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var body = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync();
            var what = $"{i}: {request.Method} {request.RequestUri} -> {status} {body[..Math.Min(300, body.Length)]}";
            Assert.True(status < 500, what);
            Assert.False(body.Contains("   at ", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal) || body.Contains("SupportAgents.", StringComparison.Ordinal), what);
            Assert.True(status < 400 || body.Length > 0 || request.Method == HttpMethod.Head, what);
        }
        Console.WriteLine($"{Requests} malformed requests: {string.Join(", ", statuses.Select(s => $"{s.Value} x {s.Key}"))}");
        Assert.True(statuses.Where(s => s.Key >= 400).Sum(s => s.Value) > Requests * 9 / 10);
    }

    private static HttpRequestMessage Make(Random random, string token)
    {
        var (method, template) = Pick(random, Routes);
        var path = template.Replace("{id}", Pick(random, PathTexts)).Replace("{text}", Pick(random, Texts)).Replace("{number}", Pick(random, Numbers));
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Pick(random, Texts) + "\u0007");
        if (random.Next(8) == 0)
            request.Headers.TryAddWithoutValidation("X-On-Behalf-Of", new string('z', 300));
        if (random.Next(8) == 0)
            request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        if (method == "GET")
            return request;
        request.Content = new ByteArrayContent(random.Next(5) == 0 ? Noise(random) : Encoding.UTF8.GetBytes(Pick(random, Bodies)));
        if (Pick(random, ContentTypes) is { } type)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return request;
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 2_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
