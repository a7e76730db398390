using System.Globalization;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Mail;

/// <summary>The way that a mail leaves.</summary>
internal interface IMailTransport
{
    Task Send(MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>By SMTP.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    public async Task Send(MimeMessage message, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var client = new SmtpClient();
        await client.ConnectAsync(mail.Host, mail.Port, mail.Security, cancellationToken);
        if (mail.User.Length > 0)
            await client.AuthenticateAsync(mail.User, mail.Password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}

/// <summary>Into files that any mail program opens: for a trial on one machine, where no server is.</summary>
internal sealed class FolderTransport(IOptions<StorageOptions> storage, TimeProvider time) : IMailTransport
{
    public async Task Send(MimeMessage message, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(storage.Value.DataFolder, "outbox")).FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid():N}");
        // Whoever watches the folder sees whole mails only.
        await message.WriteToAsync(Path.Combine(folder, $"{name}.tmp"), cancellationToken);
        File.Move(Path.Combine(folder, $"{name}.tmp"), Path.Combine(folder, $"{name}.eml"));
    }
}

/// <summary>Registration of mail.</summary>
public static class MailServices
{
    /// <summary>Adds mail with codes, by SMTP where a server is set, else into files.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations()
            .Validate(mail => MailboxAddress.TryParse(mail.From, out _), "Support:Mail:From must be an e-mail address").ValidateOnStart();
        if (string.IsNullOrWhiteSpace(configuration[$"{MailOptions.Section}:{nameof(MailOptions.Host)}"]))
            services.AddSingleton<IMailTransport, FolderTransport>();
        else
            services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<CodeMail>();
        services.AddSingleton<Grains.Stores.ICodeMail>(provider => provider.GetRequiredService<CodeMail>());
        services.AddHostedService(provider => provider.GetRequiredService<CodeMail>());
        return services;
    }
}
