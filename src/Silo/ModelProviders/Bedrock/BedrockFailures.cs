using System.Text.Json;
using Amazon.Runtime;
using Anthropic.Exceptions;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>Turns what Bedrock and its SDK answer into our kinds of failure, with words for the log that say what to do.</summary>
public static class BedrockFailures
{
    /// <summary>The failure of an error answer.</summary>
    public static ModelException Of(int status, string type, string body, string endpoint)
    {
        var said = MessageIn(body);
        return status switch
        {
            429 => new(ModelFailure.Throttled, $"Bedrock throttles: {said}"),
            408 or 504 => new(ModelFailure.TimedOut, $"Bedrock timed out: {said}"),
            401 or 403 when said.Contains("access to the model", StringComparison.OrdinalIgnoreCase) =>
                new(ModelFailure.UnknownModel, $"This AWS account has no access to the model; enable it in Bedrock or set Support:Model ids: {said}"),
            401 or 403 => new(ModelFailure.Unauthorized, $"AWS refused the credentials at {endpoint} ({type}): {said}"),
            404 => new(ModelFailure.UnknownModel, $"The model id is unknown or retired; set a current one in Support:Model: {said}"),
            400 when IsTooLong(said) => new(ModelFailure.ContextTooLong, $"The conversation is too long for the model: {said}"),
            400 when said.Contains("model identifier", StringComparison.OrdinalIgnoreCase) || said.Contains("inference profile", StringComparison.OrdinalIgnoreCase) =>
                new(ModelFailure.UnknownModel, $"The model id is not valid here; newer models need the id of an inference profile (us., eu., global.): {said}"),
            >= 500 or 424 => new(ModelFailure.Unavailable, $"Bedrock failed with {status} {type}: {said}"),
            _ => new(ModelFailure.InvalidRequest, $"Bedrock refused the request with {status} {type}: {said}"),
        };
    }

    /// <summary>The failure behind an exception of the SDK or of what lies below it; null for one that is none of theirs.</summary>
    public static ModelException? Of(Exception exception) => exception switch
    {
        AnthropicSseException { Message: var message } when message.Contains("throttling", StringComparison.OrdinalIgnoreCase) => new(ModelFailure.Throttled, "Bedrock throttled the stream", exception),
        AnthropicSseException => new(ModelFailure.Unavailable, "Bedrock ended the stream with an error", exception),
        AnthropicIOException or HttpRequestException => new(ModelFailure.Unavailable, "Bedrock cannot be reached", exception),
        IOException => new(ModelFailure.CutOff, "the connection to Bedrock broke", exception),
        OperationCanceledException { InnerException: TimeoutException } or TimeoutException => new(ModelFailure.TimedOut, "Bedrock did not answer in time", exception),
        AmazonClientException => new(ModelFailure.Unauthorized, "no AWS credentials were found: set Support:Model:AccessKey and SecretKey, ApiKey, or give the process a role or profile", exception),
        AnthropicException or JsonException or InvalidDataException or FormatException => new(ModelFailure.CutOff, "Bedrock's answer could not be read", exception),
        _ => null,
    };

    private static bool IsTooLong(string said) =>
        said.Contains("too long", StringComparison.OrdinalIgnoreCase) || said.Contains("context length", StringComparison.OrdinalIgnoreCase)
        || said.Contains("context window", StringComparison.OrdinalIgnoreCase) || said.Contains("input length", StringComparison.OrdinalIgnoreCase);

    private static string MessageIn(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            foreach (var name in (string[])["message", "Message"])
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var message))
                    return message.ToString();
        }
        catch (JsonException)
        {
            // Not Bedrock's: a proxy's page, say.
        }
        return body.Length > 200 ? body[..200] : body;
    }
}
