using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Attacks;

/// <summary>A shop that may be spoiled: limits that a flood does not reach, and a webhook that nobody takes.</summary>
public sealed class FuzzHost() : InProcessHost(
    "--Support:Limits:CustomerBurst", "1000000", "--Support:Limits:StaffBurst", "1000000", "--Support:Limits:AnonymousBurst", "1000000",
    "--Support:Limits:SignInBurst", "1000000", "--Support:Webhooks:Endpoints:crm:Url", "http://127.0.0.1:9/",
    "--Support:Webhooks:Endpoints:crm:Secret", "whsec_c3VwcG9ydC1hZ2VudHMtdGVzdC1zZWNyZXQtMzI=", "--Support:Webhooks:MaxAttempts", "1", "--Support:Webhooks:Interval", "00:00:00.050")
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>The id of a delivery that was given up; waits for the first one.</summary>
    public static async Task<string> DeadWebhook(HttpClient staff)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var page = await staff.GetFromJsonAsync<JsonElement>("/v1/desk/webhooks?state=dead", patience.Token);
            if (page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()).FirstOrDefault() is { } id)
                return id;
            await Task.Delay(20, patience.Token);
        }
    }
}
