using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;
using SupportAgents.Standalone;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The real program in a process of its own, on its own port and data folder.</summary>
public sealed class StandaloneServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private const int KeptLines = 60;
    private readonly string[] _flags;
    private readonly bool _ownsData;
    private readonly ConcurrentQueue<string> _printed = new();
    private Process? _process;

    private StandaloneServer(string data, bool ownsData, string[] flags)
    {
        (Data, _ownsData, _flags) = (data, ownsData, flags);
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>A client without a token.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it on a new data folder and waits until it is ready.</summary>
    public static async Task<StandaloneServer> Start(params string[] flags)
    {
        var server = new StandaloneServer(Directory.CreateTempSubdirectory("support-e2e-").FullName, ownsData: true, flags);
        await server.Run();
        return server;
    }

    /// <summary>Starts it on a data folder that is there.</summary>
    public static async Task<StandaloneServer> StartOn(string data, params string[] flags)
    {
        var server = new StandaloneServer(data, ownsData: false, flags);
        await server.Run();
        return server;
    }

    /// <summary>Starts the process again after <see cref="Kill"/>.</summary>
    public async Task Run()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            typeof(StandaloneHost).Assembly.Location, "--urls", Address.ToString().TrimEnd('/'), "--data", Data,
            "--Support:Cluster:SiloPort", $"{Ports.Free()}", "--Support:Cluster:GatewayPort", $"{Ports.Free()}", .. _flags,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReady();
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The newest lines that it printed, for a test that fails.</summary>
    public string Printed => string.Join('\n', _printed);

    /// <summary>A client with a customer's token.</summary>
    public HttpClient As(string customerId) => As(customerId, Role.Customer);

    /// <summary>A client with a token of that role.</summary>
    public HttpClient As(string subject, Role role)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(subject, role));
        return client;
    }

    /// <summary>A token of that role.</summary>
    public string Token(string subject, Role role, string? name = null) =>
        new TokenIssuer(SigningKey.Load("", Data), TimeProvider.System).Issue(subject, role, name, TimeSpan.FromHours(1));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Kill();
        if (_ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private void Keep(string? line)
    {
        _printed.Enqueue(line ?? "");
        while (_printed.Count > KeptLines)
            _printed.TryDequeue(out _);
    }

    private async Task WaitUntilReady()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_process is { HasExited: true })
                throw new InvalidOperationException($"the server ended with exit code {_process.ExitCode}");
            if (watch.Elapsed > StartLimit)
                throw new TimeoutException("the server did not get ready");
            try
            {
                using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }
}
