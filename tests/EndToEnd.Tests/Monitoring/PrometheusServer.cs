using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>A real Prometheus that scrapes one address every second; skips the test where there is none on this machine.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("support-prometheus-").FullName;
    private readonly HttpClient _client;
    private readonly Process _process;

    public PrometheusServer(Uri target, string rules)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "prometheus")).FirstOrDefault(File.Exists);
        Skip.If(program is null, "no prometheus on this machine");
        var port = FreePort();
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        File.WriteAllText(Path.Combine(_folder, "prometheus.yml"), $"""
            global: {JsonSerializer.Serialize(new { scrape_interval = "1s", evaluation_interval = "1s" })}
            rule_files: ["{rules}"]
            scrape_configs:
              - job_name: silo
                static_configs: [targets: ["{target.Authority}"]]
              - job_name: gateway
                static_configs: [targets: ["{target.Authority}"]]
            """);
        _process = Process.Start(new ProcessStartInfo(program!, [
            $"--config.file={_folder}/prometheus.yml", $"--storage.tsdb.path={_folder}/data", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]))!;
    }

    /// <summary>The values of a query now; none while it is starting, or where there is no data.</summary>
    public async Task<IReadOnlyList<double>> Query(string expression)
    {
        if (await Get($"/api/v1/query?query={Uri.EscapeDataString(expression)}") is not { } data)
            return [];
        return [.. data.GetProperty("result").EnumerateArray()
            .Select(series => double.Parse(series.GetProperty("value")[1].GetString()!, System.Globalization.CultureInfo.InvariantCulture))
            .Where(value => !double.IsNaN(value))];
    }

    /// <summary>The rules with their health and state.</summary>
    public async Task<IReadOnlyList<(string Name, string Health, string State)>> Rules() =>
        await Get("/api/v1/rules") is { } data
            ? [.. data.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("rules").EnumerateArray())
                .Select(rule => (rule.GetProperty("name").GetString()!, rule.GetProperty("health").GetString()!, rule.GetProperty("state").GetString()!))]
            : [];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonElement?> Get(string path)
    {
        try
        {
            using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
            var body = response.StatusCode == HttpStatusCode.ServiceUnavailable ? default : await response.Content.ReadFromJsonAsync<JsonElement>();
            if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error))
                throw new InvalidOperationException($"{path}: {error}");
            return body.ValueKind == JsonValueKind.Object ? body.GetProperty("data") : null;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
