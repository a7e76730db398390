using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportAgents.Shared.Logging;

namespace SupportAgents.Silo.Tests.Logging;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("mail to mia.o'neil+shop@mail.example.co.uk failed", "mail to [e-mail] failed")]
    [InlineData("card 4111 1111 1111 1111 declined", "card [card] declined")]
    [InlineData("card 4111-1111-1111-1111", "card [card]")]
    [InlineData("the Visa ending in 4242 and ****1881", "the Visa ending in [card] and ****[card]")]
    [InlineData("ship to 12 Old Mill Road, Apt 4, now", "ship to [address], now")]
    [InlineData("deliver to 1600 Pennsylvania Avenue please", "deliver to [address] please")]
    [InlineData("call +49 30 1234567 or (555) 123-4567", "call [phone] or [phone]")]
    [InlineData("Host=db;Username=support;Password=hunter2;Pooling=true", "Host=db;Username=support;Password=[secret];Pooling=true")]
    [InlineData("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaWEifQ.abc-_123", "Authorization: Bearer [token]")]
    [InlineData("key whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "key [token]")]
    public void What_is_personal_or_secret_is_taken_out(string text, string expected) => Assert.Equal(expected, Redaction.Of(text));

    [Theory]
    [InlineData("order #W5866402 of conversation c_lIPZIo2LaLaSw was answered in 12 ms")]
    [InlineData("turn m_0123456789 attempt 2 of 4 at 2026-11-26T00:10:20.1234567Z")]
    [InlineData("GET /v1/desk/conversations/{id} failed unexpectedly")]
    [InlineData("listening on http://127.0.0.1:41231, silo S10.0.0.4:11111:123456789")]
    [InlineData("amount 1234.50 USD, 200 cuts, 55 of 60 turns")]
    public void What_helps_to_find_a_fault_stays(string text) => Assert.Equal(text, Redaction.Of(text));

    [Fact]
    public void Message_values_and_exceptions_are_redacted_for_every_provider()
    {
        var kept = new KeptLogs();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(kept));
        RedactingLoggers.Add(services);
        RedactingLoggers.Add(services);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ILogger<RedactionTests>>().LogError(
            new InvalidOperationException("no account mia@example.org"), "{Text} for {Email} took {Ms} ms", "mail to leo@example.org", "hidden", 12);

        var (message, values, exception) = Assert.Single(kept.Entries);
        Assert.Equal("mail to [e-mail] for hidden took 12 ms", message);
        Assert.Equal("mail to [e-mail]", values["Text"]);
        Assert.Equal("[redacted]", values["Email"]);
        Assert.Equal(12, values["Ms"]);
        Assert.Contains("InvalidOperationException: no account [e-mail]", exception!.ToString());
        Assert.DoesNotContain("mia@", exception.ToString() + exception.Message);
    }

    private sealed class KeptLogs : ILoggerProvider, ILogger
    {
        public List<(string Message, Dictionary<string, object?> Values, Exception? Exception)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((formatter(state, exception), ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary(), exception));

        public void Dispose()
        {
        }
    }
}
