namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>What went wrong with a model call, whoever the vendor is.</summary>
public enum ModelFailure
{
    /// <summary>The vendor asks for fewer calls.</summary>
    Throttled,

    /// <summary>The vendor cannot be reached, is overloaded, or failed.</summary>
    Unavailable,

    /// <summary>No answer, or no next piece of it, in time.</summary>
    TimedOut,

    /// <summary>The answer ended in the middle or could not be read.</summary>
    CutOff,

    /// <summary>The vendor found the request wrong.</summary>
    InvalidRequest,

    /// <summary>The conversation is longer than the model takes.</summary>
    ContextTooLong,

    /// <summary>The model id is unknown, retired, or not open to this account.</summary>
    UnknownModel,

    /// <summary>The credentials are missing, wrong or expired.</summary>
    Unauthorized,

    /// <summary>The model failed too often of late and is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The budget for models is spent.</summary>
    OverBudget,

    /// <summary>The model did not come to an end within its limits, or said nothing that may be sent.</summary>
    NoAnswer,
}

/// <summary>
/// The one exception of a model call. Adapters turn vendor exceptions into it; the built-in reasoner takes over where it
/// reaches a reasoner.
/// </summary>
public sealed class ModelException(ModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public ModelFailure Failure { get; } = failure;

    /// <summary>How long the vendor asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when a part of the answer was passed on before: the call must not be made again behind the reader's back.</summary>
    public bool HasStarted { get; init; }

    /// <summary>True when the same call may succeed in a moment.</summary>
    public bool IsTransient => Failure is ModelFailure.Throttled or ModelFailure.Unavailable or ModelFailure.TimedOut or ModelFailure.CutOff;

    /// <summary>The same failure, after a part of the answer was passed on.</summary>
    public ModelException Started() => new(Failure, Message, InnerException) { RetryAfter = RetryAfter, HasStarted = true };
}
