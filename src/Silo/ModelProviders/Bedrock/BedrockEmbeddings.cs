using System.Net.Http.Headers;
using System.Text.Json;
using Anthropic.Bedrock;
using Microsoft.Extensions.AI;
using SupportAgents.Silo.Knowledge.Embeddings;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>
/// Embeddings by Bedrock's InvokeModel. Titan models take one text a call, Cohere models take many and want to know
/// whether a text is searched for or searched in.
/// </summary>
internal sealed class BedrockEmbeddings(HttpClient client, EmbeddingOptions options, IAnthropicBedrockCredentials credentials)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly string _address = $"{(options.Endpoint is { Length: > 0 } other ? other.TrimEnd('/')
        : $"https://bedrock-runtime.{options.Region}.amazonaws.com")}/model/{Uri.EscapeDataString(options.Model!)}/invoke";

    private bool TakesMany => options.Model!.Contains("cohere", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (TakesMany)
        {
            var use = texts.Count == 1 ? "search_query" : "search_document";
            var answer = await Invoke(new { texts, input_type = use, truncate = "END" }, cancellationToken);
            return new([.. answer.GetProperty("embeddings").EnumerateArray().Select(Read)]);
        }
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in texts)
            embeddings.Add(Read((await Invoke(new { inputText = text }, cancellationToken)).GetProperty("embedding")));
        return embeddings;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<JsonElement> Invoke(object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(JsonSerializer.Serialize(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Host = request.RequestUri!.Authority;
        await credentials.Apply(request);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return json.RootElement.Clone();
    }

    private static Embedding<float> Read(JsonElement vector) => new(vector.EnumerateArray().Select(number => number.GetSingle()).ToArray());
}
