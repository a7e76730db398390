using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Silo.Data;

/// <summary>Where and how things are stored (<c>Support:Storage:…</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Storage";

    /// <summary>The name under <c>ConnectionStrings</c>.</summary>
    public const string ConnectionStringName = "Support";

    /// <summary>The setting that names the folder of a whole installation; it goes before <see cref="DataFolder"/>.</summary>
    public const string DataDirectory = "Support:DataDirectory";

    /// <summary>
    /// PostgreSQL's connection string, from <c>ConnectionStrings:Support</c>. Empty, the default, means the SQLite file
    /// <c>support.db</c> in <see cref="DataFolder"/>. What it says itself goes before the settings below.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder of the SQLite file and of the installation's own key; made if it is not there. Default <c>.data</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = ".data";

    /// <summary>Connections to PostgreSQL at most, for each silo; default 20. All silos together must stay below the server's limit.</summary>
    [Range(1, 1000)]
    public int MaxPoolSize { get; set; } = 20;

    /// <summary>Statements that each PostgreSQL connection keeps prepared; default 50, 0 for none.</summary>
    [Range(0, 1000)]
    public int MaxAutoPrepare { get; set; } = 50;

    /// <summary>Seconds that a write to SQLite waits for another process's write; default 30.</summary>
    [Range(1, 600)]
    public int BusyTimeoutSeconds { get; set; } = 30;

    /// <summary>How often one operation is tried in all when it fails in a passing way; default 4.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Milliseconds for which the catalogue and the policies in memory are trusted before their version is checked; default 1000.</summary>
    [Range(0, 60_000)]
    public int SnapshotMilliseconds { get; set; } = 1000;

    /// <summary>The folder that a configuration names, before there are services.</summary>
    public static string FolderIn(IConfiguration configuration) =>
        configuration[DataDirectory] is { Length: > 0 } folder ? folder : (configuration.GetSection(Section).Get<StorageOptions>() ?? new StorageOptions()).DataFolder;

    /// <summary>Which database these settings name.</summary>
    public Dialect Dialect => string.IsNullOrWhiteSpace(ConnectionString) ? Dialect.Sqlite : Dialect.Postgres;

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.GetFullPath(Path.Combine(DataFolder, "support.db"));
}
