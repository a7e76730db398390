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
        missing.AddRange(Budgets(options));
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

    private static IEnumerable<string> Budgets(ModelOptions options)
    {
        if (!options.DayBudget.IsValid)
            yield return "Support:Model:DayBudget takes numbers from 0";
        if (options.Prices.Exists(price => price.Model.Length == 0 || price.Input < 0 || price.Output < 0 || price.CacheRead < 0 || price.CacheWrite < 0))
            yield return "each of Support:Model:Prices needs a Model, and prices from 0";
        string?[] models = [options.Supervisor, options.Specialist, options.Fallback];
        if (options.DayBudget.Cost is not null && Array.Find(models, model => !string.IsNullOrEmpty(model) && !options.Prices.Exists(price => price.Model == model)) is { } unpriced)
            yield return $"Support:Model:DayBudget:Cost needs a price in Support:Model:Prices for the model {unpriced}";
    }

    private static string? Address(string? endpoint) =>
        string.IsNullOrWhiteSpace(endpoint) || Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : $"Support:Model:Endpoint is not an http or https address: {endpoint}";
}
