using System.ComponentModel.DataAnnotations;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Where the answers come from.</summary>
public enum ModelProvider
{
    /// <summary>No model: the built-in reasoner does everything.</summary>
    BuiltIn,

    /// <summary>Claude on AWS Bedrock.</summary>
    Bedrock,

    /// <summary>Any service that speaks the OpenAI protocol, such as a local model server.</summary>
    OpenAI,
}

/// <summary>The model; bound from <c>Support:Model</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Model";

    /// <summary>Whose models. Default: none, the built-in reasoner answers.</summary>
    public ModelProvider Provider { get; set; }

    /// <summary>The AWS region, such as <c>us-east-1</c>. Needed for Bedrock; empty: <c>AWS_REGION</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Another address of the service: a VPC endpoint, or the OpenAI-compatible server (with its path, such as <c>/v1</c>).</summary>
    public string? Endpoint { get; set; }

    /// <summary>A static AWS key pair; empty: an API key, else what the AWS credential chain finds, refreshed as it expires.</summary>
    public string? AccessKey { get; set; }

    /// <inheritdoc cref="AccessKey"/>
    public string? SecretKey { get; set; }

    /// <summary>The session token of a temporary key pair.</summary>
    public string? SessionToken { get; set; }

    /// <summary>A Bedrock API key (else <c>AWS_BEARER_TOKEN_BEDROCK</c>), or the key of the OpenAI-compatible service.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The <c>anthropic_version</c> that requests carry. Models with versioned ids on Bedrock take only this one.</summary>
    public string AnthropicVersion { get; set; } = "bedrock-2023-05-31";

    /// <summary>The model or inference profile that routes and joins. Models are retired every year, so there is no default.</summary>
    public string? Supervisor { get; set; }

    /// <summary>The model or inference profile that works with the tools; empty: the supervisor's.</summary>
    public string? Specialist { get; set; }

    /// <summary>The model that answers where the first one fails; empty: the built-in reasoner at once.</summary>
    public string? Fallback { get; set; }

    /// <summary>Tokens that one call may produce. Default: 1,024; an answer that is cut by it counts as cut.</summary>
    [Range(64, 64_000)]
    public int MaxOutputTokens { get; set; } = 1_024;

    /// <summary>Until the first byte of an answer. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two pieces of a streamed answer. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For one call of one model with all its retries. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan CallDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Retries of a call that failed before anything of its answer was passed on. Default: 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Before the first retry, with jitter; doubled each time; a longer wait that the vendor asks for is kept. Default: 300 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The share of failing calls that opens a model's circuit. Default: a half.</summary>
    [Range(0.01, 1)]
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>Calls within <see cref="BreakerWindow"/> before the share counts. Default: 8.</summary>
    [Range(2, 10_000)]
    public int BreakerMinimumCalls { get; set; } = 8;

    /// <summary>The time over which failures are counted. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit keeps calls away before it tries one. Default: 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What a million tokens cost, in <see cref="Currency"/>. A model that is not listed counts as free.</summary>
    public List<ModelPrice> Prices { get; set; } = [];

    /// <summary>The currency of the prices and budgets, for people and telemetry. Default: USD.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>
    /// What this silo's models may use in a UTC day; it is counted in memory, so from 0 again after a restart. Those of a
    /// turn and of a conversation are in <c>Support:Reasoning</c>. Default: no limit.
    /// </summary>
    public ModelBudget DayBudget { get; set; } = new();

    /// <summary>True puts the words of customers and models into telemetry. Default: false.</summary>
    public bool SensitiveTelemetry { get; set; }
}

/// <summary>Prices of one model for a million tokens.</summary>
public sealed class ModelPrice
{
    /// <summary>The model's id as it is configured. (No key of a dictionary: many ids have a colon, which parts configuration keys.)</summary>
    public string Model { get; set; } = "";

    /// <summary>For tokens read.</summary>
    public decimal Input { get; set; }

    /// <summary>For tokens written.</summary>
    public decimal Output { get; set; }

    /// <summary>For tokens that were read from the provider's cache. Default: a tenth of <see cref="Input"/>, as Bedrock takes.</summary>
    public decimal? CacheRead { get; set; }

    /// <summary>For tokens that were written to the provider's cache. Default: <see cref="Input"/> and a quarter, as Bedrock takes.</summary>
    public decimal? CacheWrite { get; set; }
}
