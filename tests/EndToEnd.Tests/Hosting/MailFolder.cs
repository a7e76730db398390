using System.Text.RegularExpressions;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The folder that mails are written into where no server is set.</summary>
internal static partial class MailFolder
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>The code of the newest mail; waits for the first one.</summary>
    public static async Task<string> Code(string data)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var folder = Path.Combine(data, "outbox");
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.eml").Length == 0)
            await Task.Delay(20, patience.Token);
        var newest = new DirectoryInfo(folder).GetFiles("*.eml").MaxBy(file => file.LastWriteTimeUtc)!;
        return Digits().Match(await File.ReadAllTextAsync(newest.FullName)).Value;
    }

    [GeneratedRegex(@"(?<=Subject: )\d{6}")]
    private static partial Regex Digits();
}
