using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace SupportAgents.Silo.Mail;

/// <summary>How mail leaves: <c>Support:Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Support:Mail";

    /// <summary>The SMTP server. Empty, the default: mails are written as files into the folder <c>outbox</c> of the data folder, and nothing is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; 587 unless set.</summary>
    [Range(1, 65_535)] public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c> unless set; <c>SslOnConnect</c> for port 465; <c>None</c> only where the way to the server is private.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>The account at the server; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password, a secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender, an address with or without a name.</summary>
    [Required] public string From { get; set; } = "Support <support@localhost>";
}
