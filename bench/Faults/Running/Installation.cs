using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using SupportAgents.Silo.Hosting;
using SupportAgents.Silo.Verbs;
using SupportAgents.Support;

namespace SupportAgents.Bench.Faults.Running;

/// <summary>A whole installation in processes on this machine: silos and a gateway on PostgreSQL, with the shop imported.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly string SiloProgram = typeof(SupportSilo).Assembly.Location;
    private static readonly string GatewayProgram = typeof(Api.SupportApi).Assembly.Location;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("support-faults-");
    private readonly List<SiloProcess> _silos = [];
    private readonly Dictionary<string, string> _settings;
    private readonly bool _keepsLogs;
    private int _started;

    private Installation(PostgresServer postgres, string connectionString, bool keepsLogs)
    {
        (Postgres, ConnectionString, _keepsLogs) = (postgres, connectionString, keepsLogs);
        _settings = new()
        {
            ["ConnectionStrings__Support"] = connectionString,
            ["Support__DataDirectory"] = _folder.FullName,
            ["Support__Cluster__AdvertisedAddress"] = "127.0.0.1",
        };
        Gateway = new ProgramProcess("gateway", GatewayProgram, FreePort(), _settings, _folder);
    }

    /// <summary>The database server.</summary>
    public PostgresServer Postgres { get; }

    /// <summary>Where silos and gateway find the database.</summary>
    public string ConnectionString { get; }

    /// <summary>The gateway.</summary>
    public ProgramProcess Gateway { get; }

    /// <summary>The silos, the oldest first.</summary>
    public IReadOnlyList<SiloProcess> Silos => _silos;

    /// <summary>The data folder: signing key and logs.</summary>
    public string Folder => _folder.FullName;

    /// <summary>
    /// Imports the shop into a new database, and starts so many silos and the gateway. <paramref name="program"/>: the
    /// silos' assembly, another build's perhaps. The server stays the caller's.
    /// </summary>
    public static async Task<Installation> Start(PostgresServer postgres, int silos, Func<DirectoryInfo, Task> writeShop, string? program, bool keepsLogs, CancellationToken cancellationToken)
    {
        var installation = new Installation(postgres, $"{await postgres.CreateDatabase()};Maximum Pool Size=20", keepsLogs);
        try
        {
            await installation.Import(writeShop, cancellationToken);
            for (var number = 0; number < silos; number++)
                await installation.AddSilo(cancellationToken, program);
            await installation.Gateway.Start(cancellationToken);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more silo; returns it once it is ready.</summary>
    public async Task<SiloProcess> AddSilo(CancellationToken cancellationToken, string? program = null)
    {
        var silo = new SiloProcess(++_started, program ?? SiloProgram, [FreePort(), FreePort(), FreePort()], _settings, _folder);
        _silos.Add(silo);
        await silo.Process.Start(cancellationToken);
        return silo;
    }

    /// <summary>Forgets silos that have ended, stops what is too much and starts what is missing, one at a time.</summary>
    public async Task Restore(int silos, CancellationToken cancellationToken)
    {
        foreach (var ended in _silos.FindAll(silo => !silo.Process.IsRunning))
            await Remove(ended);
        while (_silos.Count > silos)
            await Retire(_silos[0]);
        while (_silos.Count < silos)
            await AddSilo(cancellationToken);
    }

    /// <summary>Stops a silo as a container engine does, and forgets it.</summary>
    public async Task Retire(SiloProcess silo)
    {
        await silo.Process.Stop();
        await Remove(silo);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var silo in _silos)
            await silo.Process.DisposeAsync();
        if (!_keepsLogs)
            _folder.Delete(recursive: true);
    }

    private async Task Remove(SiloProcess silo)
    {
        _silos.Remove(silo);
        await silo.Process.DisposeAsync();
    }

    private async Task Import(Func<DirectoryInfo, Task> writeShop, CancellationToken cancellationToken)
    {
        var shop = _folder.CreateSubdirectory("shop");
        await writeShop(shop);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings.Select(one => KeyValuePair.Create(one.Key.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value))).Build();
        foreach (var verb in (string[][])[["migrate"], ["import", shop.FullName]])
        {
            if (await SupportVerbs.TryRun(verb, configuration: configuration, cancellationToken: cancellationToken) is not 0)
                throw new InvalidOperationException($"{verb[0]} failed");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
