using Microsoft.Extensions.Options;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Finds at the start what a provider lacks, and says which setting gives it.</summary>
public sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var missing = options.Provider switch
        {
            ModelProvider.Bedrock => Bedrock(options).ToList(),
            ModelProvider.OpenAI => OpenAI(options).ToList(),
            _ => [],
        };
        return missing.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(missing);
    }

    private static IEnumerable<string> Bedrock(ModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Region))
            yield return "Support:Model:Region (or AWS_REGION) is needed for Bedrock, such as us-east-1";
        if (string.IsNullOrWhiteSpace(options.Supervisor))
            yield return "Support:Model:Supervisor is needed: the id of a model or inference profile that this AWS account may use";
        if (string.IsNullOrWhiteSpace(options.AccessKey) != string.IsNullOrWhiteSpace(options.SecretKey))
            yield return "Support:Model:AccessKey and Support:Model:SecretKey belong together: set both or none";
        if (!string.IsNullOrWhiteSpace(options.SessionToken) && string.IsNullOrWhiteSpace(options.AccessKey))
            yield return "Support:Model:SessionToken belongs to a static key pair: set AccessKey and SecretKey too";
        if (Address(options.Endpoint) is { } wrong)
            yield return wrong;
        else if (options.Endpoint is { Length: > 0 } endpoint && new Uri(endpoint).AbsolutePath != "/")
            yield return "Support:Model:Endpoint must have no path for Bedrock: scheme, host and port only";
    }

    private static IEnumerable<string> OpenAI(ModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Supervisor))
            yield return "Support:Model:Supervisor is needed: the name of a model that the service has";
        if (string.IsNullOrWhiteSpace(options.Endpoint) && string.IsNullOrWhiteSpace(options.ApiKey))
            yield return "Support:Model:Endpoint or Support:Model:ApiKey is needed for an OpenAI-compatible service";
        if (Address(options.Endpoint) is { } wrong)
            yield return wrong;
    }

    private static string? Address(string? endpoint) =>
        string.IsNullOrWhiteSpace(endpoint) || Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : $"Support:Model:Endpoint is not an http or https address: {endpoint}";
}
