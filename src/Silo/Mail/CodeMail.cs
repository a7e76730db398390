using System.Threading.Channels;
using Microsoft.Extensions.Options;
using MimeKit;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Mail;

/// <summary>Sends mails with codes one after another, each up to three times; a code that comes late is asked for anew.</summary>
internal sealed partial class CodeMail(IMailTransport transport, IOptions<MailOptions> options, TimeProvider time, ILogger<CodeMail> logger) : BackgroundService, ICodeMail
{
    private const int Tries = 3;
    private const int WaitingAtMost = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<MimeMessage> _waiting = Channel.CreateBounded<MimeMessage>(new BoundedChannelOptions(WaitingAtMost) { SingleReader = true });

    public void Send(string email, string firstName, string code, TimeSpan lifetime)
    {
        if (!MailboxAddress.TryParse(email, out var to) || !_waiting.Writer.TryWrite(Compose(to, firstName, code, lifetime)))
            Dropped();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            using (message)
                await Deliver(message, stoppingToken);
        }
    }

    private async Task Deliver(MimeMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                await transport.Send(message, cancellationToken);
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                NotSent(failure, attempt);
                await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }
    }

    private MimeMessage Compose(MailboxAddress to, string firstName, string code, TimeSpan lifetime) => new(
        [MailboxAddress.Parse(options.Value.From)], [to], $"{code} is your code",
        new TextPart("plain")
        {
            Text = $"""
                Hello {firstName},

                {code} is your code for our support chat. It works once, within {lifetime.TotalMinutes:0} minutes.

                If you did not ask for it, you need to do nothing. We never ask for this code by phone or in the chat.
                """,
        });

    [LoggerMessage(LogLevel.Warning, "A mail with a code was not taken: its address is none, or too many wait")]
    private partial void Dropped();

    [LoggerMessage(LogLevel.Warning, "A mail with a code could not be sent at attempt {Attempt}")]
    private partial void NotSent(Exception failure, int attempt);
}
