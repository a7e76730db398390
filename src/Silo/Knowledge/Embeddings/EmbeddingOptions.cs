using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Silo.Knowledge.Embeddings;

/// <summary>Where vectors come from.</summary>
public enum EmbeddingProvider
{
    /// <summary>Nowhere: the knowledge search goes by words alone.</summary>
    None,

    /// <summary>Any service that speaks the OpenAI protocol.</summary>
    OpenAI,

    /// <summary>AWS Bedrock: a Titan or Cohere embedding model.</summary>
    Bedrock,
}

/// <summary>Vectors for the knowledge search, under <c>Support:Knowledge:Embeddings</c>. Every section is sent to the service once in each silo.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Knowledge:Embeddings";

    /// <summary>Whose. Default: none.</summary>
    public EmbeddingProvider Provider { get; set; }

    /// <summary>The embedding model, such as <c>amazon.titan-embed-text-v2:0</c>. Needed with a provider.</summary>
    public string? Model { get; set; }

    /// <summary>The address of the service; empty: the vendor's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The service's key, or a Bedrock API key.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The AWS region. Needed for Bedrock.</summary>
    public string? Region { get; set; }

    /// <summary>A static AWS key pair; empty: an API key, else what the AWS credential chain finds.</summary>
    public string? AccessKey { get; set; }

    /// <inheritdoc cref="AccessKey"/>
    public string? SecretKey { get; set; }

    /// <summary>The session token of a temporary key pair.</summary>
    public string? SessionToken { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == EmbeddingProvider.None)
            yield break;
        if (string.IsNullOrWhiteSpace(Model))
            yield return new ValidationResult($"{Section}:Model is needed with a provider", [nameof(Model)]);
        if (Provider == EmbeddingProvider.Bedrock && string.IsNullOrWhiteSpace(Region))
            yield return new ValidationResult($"{Section}:Region is needed for Bedrock", [nameof(Region)]);
        if (!string.IsNullOrEmpty(Endpoint) && !Uri.TryCreate(Endpoint, UriKind.Absolute, out _))
            yield return new ValidationResult($"{Section}:Endpoint is not an address", [nameof(Endpoint)]);
    }
}
