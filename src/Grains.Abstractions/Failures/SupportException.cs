using Orleans.Runtime;

namespace SupportAgents.Failures;

/// <summary>What kind of failure a caller sees; the gateway turns each into one HTTP status.</summary>
[GenerateSerializer, Alias("failure-kind")]
public enum FailureKind
{
    /// <summary>It does not exist, or it is somebody else's: the two are never told apart.</summary>
    NotFound,

    /// <summary>The input breaks a rule that the message names.</summary>
    Invalid,

    /// <summary>The caller's role does not allow it.</summary>
    Forbidden,

    /// <summary>It clashes with something newer; read again and decide anew.</summary>
    Conflict,

    /// <summary>A store or a model cannot be reached now; the same call may succeed later.</summary>
    Unavailable,

    /// <summary>The same key came with another content before.</summary>
    Mismatch,
}

/// <summary>
/// The one exception that crosses a grain boundary. Adapters turn driver and vendor exceptions into it, because those
/// types have no codec and may not exist at the client. Its message is written for the caller.
/// </summary>
[GenerateSerializer, Alias("support-exception")]
public sealed class SupportException : Exception
{
    /// <summary>A failure of that kind, with a message for the caller.</summary>
    public SupportException(FailureKind kind, string message, Exception? inner = null) : base(message, inner) => Kind = kind;

    /// <summary>What kind of failure it is.</summary>
    [Id(0)] public FailureKind Kind { get; private set; }

    /// <summary>The one that a failure is, or that Orleans wrapped while it activated the grain; null for any other failure.</summary>
    public static SupportException? In(Exception? failure) => failure as SupportException ?? (failure as OrleansException)?.InnerException as SupportException;

    /// <summary>"… not found", without saying whether it exists for somebody else.</summary>
    public static SupportException NotFound(string what) => new(FailureKind.NotFound, $"{what} not found");
}
