using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Attacks;

/// <summary>Requests over every operation that the service describes, and some that it does not.</summary>
internal sealed class FuzzRequests(Random random, JsonElement document, IReadOnlyList<string> ids, IReadOnlyList<string> tokens)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND"];
    private static readonly string[] Types =
    [
        "application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/merge-patch+json",
        "text/plain", "text/markdown", "text/html", "application/pdf", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "nonsense", "*/*", "",
    ];

    private static readonly string[] Accepts = ["application/json", "text/event-stream", "application/json, text/event-stream", "*/*", "text/html", "image/png", "nonsense"];
    private static readonly string[] Headers = ["Idempotency-Key", "X-On-Behalf-Of", "Last-Event-ID", "traceparent", "X-Forwarded-For", "Origin", "Accept-Encoding", "Range", "If-None-Match", "Mcp-Session-Id", "Expect-CT"];

    private readonly FuzzValues _values = new(random, document, ids);
    private readonly (string Path, string Method, JsonElement Operation)[] _operations =
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(one => (path.Name, one.Name.ToUpperInvariant(), one.Value)))];

    /// <summary>How many operations there are.</summary>
    public int Operations => _operations.Length;

    /// <summary>One request; each operation comes about equally often.</summary>
    public HttpRequestMessage Next(int number)
    {
        var (path, method, operation) = _operations[number % _operations.Length];
        method = random.Next(12) == 0 ? _values.Pick(Methods) : method;
        var request = new HttpRequestMessage(new HttpMethod(method), Address(path, operation));
        if (_values.Pick(tokens) is { Length: > 0 } token)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (random.Next(3) == 0)
            request.Headers.TryAddWithoutValidation("Accept", _values.Pick(Accepts));
        for (var i = random.Next(-2, 3); i > 0; i--)
            request.Headers.TryAddWithoutValidation(_values.Pick(Headers), Printable(_values.Text()));
        if (method is "POST" or "PUT" or "PATCH" || (method == "DELETE" && random.Next(4) == 0))
        {
            var (type, schema) = BodyOf(operation);
            request.Content = new ByteArrayContent(_values.Body(schema));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(4) == 0 ? _values.Pick(Types) : type);
        }
        return request;
    }

    private string Address(string path, JsonElement operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToArray() : [])
        {
            var (name, place) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString());
            var value = _values.Scalar(parameter.GetProperty("schema"));
            if (place == "path")
                path = path.Replace($"{{{name}}}", Segment(value), StringComparison.Ordinal);
            else if (place == "query" && random.Next(4) > 0)
                query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        if (random.Next(20) == 0)
            query.Add($"{Uri.EscapeDataString(_values.Text())}={Uri.EscapeDataString(_values.Text())}");
        if (random.Next(40) == 0)
            path += "/" + Segment(_values.Text());
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}"[..Math.Min(20_000, path.Length + 1 + query.Sum(one => one.Length + 1) - 1)];
    }

    // A server refuses a NUL in a path before any route sees it, and a client takes dots away.
    private static string Segment(string value)
    {
        var text = value.Replace("\0", "", StringComparison.Ordinal);
        return text.Length == 0 || text.All(c => c is '.' or ' ') ? "x" : Uri.EscapeDataString(text[..Math.Min(text.Length, 400)]);
    }

    private static string Printable(string value) => new([.. value.Where(c => c is >= ' ' and < '\u0100').Take(2_000)]);

    private static (string Type, JsonElement? Schema) BodyOf(JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body) || !body.TryGetProperty("content", out var content))
            return ("application/json", null);
        var first = content.EnumerateObject().First();
        return (first.Name, first.Value.TryGetProperty("schema", out var schema) ? schema : null);
    }
}
