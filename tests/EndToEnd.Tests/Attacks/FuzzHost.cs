using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Attacks;

/// <summary>A shop that may be spoiled: limits that a flood does not reach, and a webhook that nobody takes.</summary>
public sealed partial class FuzzHost() : InProcessHost(
    "--Support:Limits:CustomerBurst", "1000000", "--Support:Limits:StaffBurst", "1000000", "--Support:Limits:AnonymousBurst", "1000000",
    "--Support:Limits:SignInBurst", "1000000", "--Support:Webhooks:Endpoints:crm:Url", "http://127.0.0.1:9/",
    "--Support:Webhooks:Endpoints:crm:Secret", "whsec_c3VwcG9ydC1hZ2VudHMtdGVzdC1zZWNyZXQtMzI=", "--Support:Webhooks:MaxAttempts", "1", "--Support:Webhooks:Interval", "00:00:00.050")
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>The code of the newest mail.</summary>
    public Task<string> Code() => Wait(async () =>
    {
        var folder = Path.Combine(Data, "outbox");
        var newest = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.eml").MaxBy(file => file.LastWriteTimeUtc) : null;
        return newest is null ? null : Digits().Match(await File.ReadAllTextAsync(newest.FullName)).Value;
    });

    /// <summary>The id of a delivery that was given up.</summary>
    public Task<string> DeadWebhook(HttpClient staff) => Wait(async () =>
    {
        var page = await staff.GetFromJsonAsync<JsonElement>("/v1/desk/webhooks?state=dead");
        return page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()).FirstOrDefault();
    });

    private static async Task<string> Wait(Func<Task<string?>> look)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(20, patience.Token);
        }
    }

    [GeneratedRegex(@"(?<=Subject: )\d{6}")]
    private static partial Regex Digits();
}
