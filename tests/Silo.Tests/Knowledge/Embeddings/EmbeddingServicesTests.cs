using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Silo.Knowledge.Embeddings;
using SupportAgents.Silo.ModelProviders;

namespace SupportAgents.Silo.Tests.Knowledge.Embeddings;

/// <summary>The generators against a service on this machine that notes what it is sent.</summary>
public sealed class EmbeddingServicesTests
{
    [Fact]
    public async Task An_openai_compatible_service_is_asked_for_all_texts_at_once()
    {
        await using var service = new FakeService(_ => """{"object":"list","model":"m","data":[{"object":"embedding","index":0,"embedding":"AACAPwAAAEA="},{"object":"embedding","index":1,"embedding":"AABAQAAAgEA="}],"usage":{"prompt_tokens":2,"total_tokens":2}}""");
        using var generator = EmbeddingGenerators.Create(new EmbeddingOptions { Provider = EmbeddingProvider.OpenAI, Model = "m", Endpoint = service.Address + "/v1", ApiKey = "secret" }, TimeProvider.System);

        var vectors = await generator.GenerateAsync(["one", "two"]);

        Assert.Equal([1f, 2f], vectors[0].Vector.ToArray());
        Assert.Equal([3f, 4f], vectors[1].Vector.ToArray());
        var (path, authorization, body) = Assert.Single(service.Calls);
        Assert.Equal(("/v1/embeddings", "Bearer secret"), (path, authorization));
        Assert.Equal(["one", "two"], body["input"]!.AsArray().Select(text => (string)text!));
    }

    [Fact]
    public async Task Titan_on_bedrock_is_asked_for_one_text_a_call_with_a_signature()
    {
        await using var service = new FakeService(_ => """{"embedding":[1,2],"inputTextTokenCount":1}""");
        using var generator = EmbeddingGenerators.Create(new EmbeddingOptions
        {
            Provider = EmbeddingProvider.Bedrock,
            Model = "amazon.titan-embed-text-v2:0",
            Endpoint = service.Address,
            Region = "eu-west-1",
            AccessKey = "AKID",
            SecretKey = "secret",
        }, TimeProvider.System);

        var vectors = await generator.GenerateAsync(["one", "two"]);

        Assert.Equal(2, vectors.Count);
        Assert.Equal([1f, 2f], vectors[1].Vector.ToArray());
        Assert.All(service.Calls, call =>
        {
            Assert.Equal("/model/amazon.titan-embed-text-v2%3A0/invoke", call.Path);
            Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKID/", call.Authorization, StringComparison.Ordinal);
            Assert.Single(call.Authorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';'), header => header == "host");
        });
        Assert.Equal(["one", "two"], service.Calls.Select(call => (string)call.Body["inputText"]!));
    }

    [Fact]
    public async Task Cohere_on_bedrock_is_told_whether_a_text_is_the_question()
    {
        await using var service = new FakeService(body => JsonSerializer.Serialize(new { embeddings = body["texts"]!.AsArray().Select(_ => new[] { 1f, 2f }) }));
        using var generator = EmbeddingGenerators.Create(new EmbeddingOptions
        {
            Provider = EmbeddingProvider.Bedrock,
            Model = "cohere.embed-english-v3",
            Endpoint = service.Address,
            Region = "eu-west-1",
            ApiKey = "key",
        }, TimeProvider.System);

        Assert.Equal(2, (await generator.GenerateAsync(["one", "two"])).Count);
        Assert.Single(await generator.GenerateAsync(["how?"]));
        Assert.Equal(["search_document", "search_query"], service.Calls.Select(call => (string)call.Body["input_type"]!));
        Assert.All(service.Calls, call => Assert.Equal("Bearer key", call.Authorization));
    }

    [Theory]
    [InlineData(EmbeddingProvider.OpenAI, null, null, null, "Model")]
    [InlineData(EmbeddingProvider.Bedrock, "m", null, null, "Region")]
    [InlineData(EmbeddingProvider.OpenAI, "m", null, "not an address", "Endpoint")]
    [InlineData(EmbeddingProvider.OpenAI, "m", null, null, null)]
    [InlineData(EmbeddingProvider.None, null, null, null, null)]
    public void Settings_that_cannot_work_are_named(EmbeddingProvider provider, string? model, string? region, string? endpoint, string? wrong)
    {
        var options = new EmbeddingOptions { Provider = provider, Model = model, Region = region, Endpoint = endpoint };
        Assert.Equal(wrong, options.Validate(new(options)).SelectMany(result => result.MemberNames).SingleOrDefault());
    }

    private sealed class FakeService : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _loop;

        public FakeService(Func<JsonNode, string> answer)
        {
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            }
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _loop = Serve(answer);
        }

        public string Address { get; }
        public List<(string Path, string Authorization, JsonNode Body)> Calls { get; } = [];

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _loop;
        }

        private async Task Serve(Func<JsonNode, string> answer)
        {
            while (_listener.IsListening)
            {
                try
                {
                    var call = await _listener.GetContextAsync();
                    var body = (await JsonNode.ParseAsync(call.Request.InputStream))!;
                    Calls.Add((call.Request.RawUrl!, call.Request.Headers["Authorization"] ?? "", body));
                    call.Response.ContentType = "application/json";
                    await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer(body)));
                    call.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
