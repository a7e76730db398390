using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SupportAgents.Support;

/// <summary>
/// A private PostgreSQL server made from the machine's own binaries, which do not run as root; where there are none, the
/// server that SUPPORT_TEST_POSTGRES names; else the reason why there is none.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? _folder;
    private string? _binaries;
    private string? _user;
    private string? _connectionString;
    private string? _options;

    /// <summary>True for a server that keeps what it committed when the machine fails; false, the default, is faster.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Why tests on PostgreSQL are skipped; null when there is a server.</summary>
    public string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        _binaries = FindBinaries();
        if (_binaries is null)
        {
            _connectionString = Environment.GetEnvironmentVariable("SUPPORT_TEST_POSTGRES");
            Missing = string.IsNullOrEmpty(_connectionString) ? "no initdb on this machine, and SUPPORT_TEST_POSTGRES is not set" : null;
            return;
        }

        _user = Environment.UserName == "root" ? await FindUser() : null;
        _folder = Directory.CreateTempSubdirectory("support-pg-").FullName;
        if (_user is not null)
            await Run("chown", _user, _folder);
        var data = Path.Combine(_folder, "data");
        await AsUser("initdb", "-D", data, "-A", "trust", "-U", "support", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = FreePort();
        _options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync={(IsDurable ? "on" : "off")} -c max_connections=600";
        await Control("start");
        _connectionString = $"Host=127.0.0.1;Port={port};Username=support;Database=postgres";
    }

    /// <summary>A new, empty database.</summary>
    public async Task<string> CreateDatabase()
    {
        Skip.If(Missing is not null, Missing);
        var name = $"support_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Ends every connection and starts the server again.</summary>
    public Task Restart() => Control("-m", "fast", "restart");

    public async Task DisposeAsync()
    {
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await Control("-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task Control(params string[] action) =>
        AsUser("pg_ctl", ["-D", Path.Combine(_folder!, "data"), "-w", "-l", Path.Combine(_folder!, "log"), "-o", _options!, .. action]);

    private static string? FindBinaries() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")) : [])
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static async Task<string> FindUser() =>
        (await File.ReadAllLinesAsync("/etc/passwd")).Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task AsUser(string program, params string[] arguments) => _user is null
        ? Run(Path.Combine(_binaries!, program), arguments)
        : Run("runuser", ["-u", _user, "--", Path.Combine(_binaries!, program), .. arguments]);

    private static async Task Run(string program, params string[] arguments)
    {
        // pg_ctl leaves a server behind that would keep a pipe open for ever: no output is redirected.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
