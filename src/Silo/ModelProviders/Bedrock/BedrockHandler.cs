using System.Globalization;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>
/// Sits below the vendor's SDK. It sets the <c>anthropic_version</c> that Bedrock's versioned models take (the SDK sends a
/// newer one), and turns error answers into <see cref="ModelException"/> while their headers can still be read: the SDK's
/// exceptions do not tell <c>Retry-After</c>.
/// </summary>
public sealed class BedrockHandler(string anthropicVersion, string endpoint, TimeProvider time) : DelegatingHandler
{
    private const string VersionHeader = "anthropic-version";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(VersionHeader);
        request.Headers.TryAddWithoutValidation(VersionHeader, anthropicVersion);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            var type = response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First().Split(':')[0] : "";
            throw BedrockFailures.Of((int)response.StatusCode, type, body, endpoint) is var failure && RetryAfter(response) is { } wait
                ? new ModelException(failure.Failure, failure.Message) { RetryAfter = wait }
                : failure;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => response.Headers.TryGetValues("retry-after-ms", out var values) && double.TryParse(values.First(), CultureInfo.InvariantCulture, out var ms)
            ? TimeSpan.FromMilliseconds(ms)
            : null,
    };
}
