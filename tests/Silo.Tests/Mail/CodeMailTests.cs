using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Mail;

namespace SupportAgents.Silo.Tests.Mail;

public sealed class CodeMailTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_mail_that_a_server_refuses_at_first_is_sent_again()
    {
        var transport = new FailingTransport(failures: 2);
        using var mail = new CodeMail(transport, Options.Create(new MailOptions { From = "Shop <help@shop.example>" }), _time, NullLogger<CodeMail>.Instance);
        await mail.StartAsync(default);

        mail.Send("mia@example.org", "Mia", "012345", TimeSpan.FromMinutes(10));
        while (!transport.Sent.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var message = await transport.Sent;
        Assert.Equal(("012345 is your code", "mia@example.org", "help@shop.example"), (message.Subject, message.To.Mailboxes.Single().Address, message.From.Mailboxes.Single().Address));
        Assert.Contains("Hello Mia", message.Body);
        Assert.Contains("10 minutes", message.Body);
        await mail.StopAsync(default);
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_a_file_that_mail_programs_open()
    {
        var folder = Directory.CreateTempSubdirectory("support-mail-").FullName;
        try
        {
            var transport = new FolderTransport(Options.Create(new StorageOptions { DataFolder = folder }), TimeProvider.System);
            using var message = new MimeMessage([MailboxAddress.Parse("help@shop.example")], [MailboxAddress.Parse("mia@example.org")], "Hello", new TextPart("plain") { Text = "1" });

            await transport.Send(message, default);

            using var read = await MimeMessage.LoadAsync(Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Single());
            Assert.Equal("Hello", read.Subject);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class FailingTransport(int failures) : IMailTransport
    {
        private readonly TaskCompletionSource<(string? Subject, InternetAddressList To, InternetAddressList From, string? Body)> _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = failures;

        public Task<(string? Subject, InternetAddressList To, InternetAddressList From, string? Body)> Sent => _sent.Task;

        public Task Send(MimeMessage message, CancellationToken cancellationToken)
        {
            if (_left-- > 0)
                throw new IOException("the server is busy");
            _sent.SetResult((message.Subject, message.To, message.From, message.TextBody));
            return Task.CompletedTask;
        }
    }
}
