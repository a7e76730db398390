using Amazon.Runtime;
using Anthropic.Bedrock;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>
/// Signs each request with the credentials of that moment. The vendor's own class reads them once, and those of a role
/// (ECS, EKS, EC2, SSO) expire; it has no way to give a static session token either.
/// </summary>
public sealed class BedrockCredentials(string region, Func<Task<ImmutableCredentials>> current, TimeProvider time) : IAnthropicBedrockCredentials
{
    /// <inheritdoc/>
    public string Region => region;

    /// <inheritdoc/>
    public async Task Apply(HttpRequestMessage requestMessage)
    {
        var keys = await current();
        var now = time.GetUtcNow().UtcDateTime;
        var body = requestMessage.Content is { } content ? await content.ReadAsStringAsync() : "";
        var hash = AWSSigner.CalculateHash(body);
        requestMessage.Headers.TryAddWithoutValidation("x-amz-date", AWSSigner.ToAmzDate(now));
        requestMessage.Headers.TryAddWithoutValidation("x-amz-content-sha256", hash);
        if (keys.UseToken)
            requestMessage.Headers.TryAddWithoutValidation("x-amz-security-token", keys.Token);
        // What is signed must be what goes over the wire, where several values of a header are one.
        foreach (var (name, values) in requestMessage.Headers.Where(header => header.Value.Count() > 1).ToList())
        {
            requestMessage.Headers.Remove(name);
            requestMessage.Headers.TryAddWithoutValidation(name, string.Join(',', values));
        }
        var headers = requestMessage.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        requestMessage.Headers.TryAddWithoutValidation("Authorization", AWSSigner.GetAuthorizationHeader(
            "bedrock", region, requestMessage.Method.Method, requestMessage.RequestUri!, now, headers, hash, keys.AccessKey, keys.SecretKey, keys.UseToken ? keys.Token : null));
    }
}
