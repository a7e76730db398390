using System.Diagnostics;

namespace SupportAgents.Bench.Faults.Running;

/// <summary>One of the programs, in a process that can be killed, stopped, paused and started again.</summary>
internal sealed class ProgramProcess(string name, string program, int port, IReadOnlyDictionary<string, string> settings, DirectoryInfo logs, int? group = null) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    /// <summary>What it is called in its log.</summary>
    public string Name => name;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>The group that its network is told by, where it has one of its own.</summary>
    public int? Group => group;

    /// <summary>True from its start to its end.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>How long its last start took until it said that it is ready.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Bytes of memory in use.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task Start(CancellationToken cancellationToken)
    {
        Drop();
        // A group of its own lets the firewall tell this process from the others on the same machine.
        string[] command = group is { } id ? ["setpriv", "--regid", $"{id}", "--clear-groups", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "log=\"$1\"; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", Path.Combine(logs.FullName, $"{name}.log"), .. command, program, "--urls", Address.ToString()])
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var watch = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        while (!await IsReady(cancellationToken))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"{name} ended with exit code {_process.ExitCode}; see {logs.FullName}");
            if (watch.Elapsed > StartLimit)
                throw new TimeoutException($"{name} did not get ready; see {logs.FullName}");
            await Task.Delay(100, cancellationToken);
        }
        StartedIn = watch.Elapsed;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        await Signal("KILL");
        await _process!.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a container engine does, and waits until it has.</summary>
    public async Task Stop()
    {
        await Signal("TERM");
        await _process!.WaitForExitAsync().WaitAsync(StopLimit);
    }

    /// <summary>Stops its clock; it neither answers nor ends.</summary>
    public Task Pause() => Signal("STOP");

    /// <summary>Lets it go on after <see cref="Pause"/>.</summary>
    public Task Resume() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await Kill();
        Drop();
    }

    private async Task<bool> IsReady(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Signal(string signal)
    {
        using var sent = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await sent.WaitForExitAsync();
    }

    private void Drop()
    {
        _process?.Dispose();
        _process = null;
    }
}
