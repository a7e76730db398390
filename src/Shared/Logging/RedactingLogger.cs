using System.Collections;
using Microsoft.Extensions.Logging;

namespace SupportAgents.Shared.Logging;

/// <summary>Redacts what is logged: the message, its values and the texts of exceptions.</summary>
internal sealed class RedactingLogger(ILogger inner) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        var message = Redaction.Of(formatter(state, exception));
        inner.Log(logLevel, eventId, new Values(message, state as IEnumerable<KeyValuePair<string, object?>>), exception is null ? null : new RedactedException(exception),
            static (values, _) => values.ToString());
    }

    private sealed class Values(string message, IEnumerable<KeyValuePair<string, object?>>? values) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        private readonly KeyValuePair<string, object?>[] _values = [.. (values ?? []).Select(Redacted)];

        public int Count => _values.Length;

        public KeyValuePair<string, object?> this[int index] => _values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => message;

        private static KeyValuePair<string, object?> Redacted(KeyValuePair<string, object?> one) => new(one.Key, one.Value switch
        {
            null => null,
            _ when Redaction.IsPersonal(one.Key) => "[redacted]",
            string text => Redaction.Of(text),
            var other => other,
        });
    }

    /// <summary>An exception whose words are redacted; only its text is of use in a log.</summary>
    private sealed class RedactedException(Exception original) : Exception(Redaction.Of(original.Message))
    {
        private readonly string _text = Redaction.Of(original.ToString());

        public override string? StackTrace => null;

        public override string ToString() => _text;
    }
}
