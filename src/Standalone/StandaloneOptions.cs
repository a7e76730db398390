namespace SupportAgents.Standalone;

/// <summary>The flags of the one-process run and the settings that they stand for.</summary>
public static class StandaloneOptions
{
    /// <summary>Where the database file and the signing key are. Default: <c>.data</c> in the working directory.</summary>
    public const string DataDirectory = "Support:DataDirectory";

    /// <summary>Whether the demo shop is loaded into an empty database, and its customers may sign in. Default: true.</summary>
    public const string Demo = "Support:Demo";

    /// <summary>The address that it listens on unless <c>--urls</c> or <c>ASPNETCORE_URLS</c> says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>Flag to setting.</summary>
    public static Dictionary<string, string> Switches { get; } = new()
    {
        ["--data"] = DataDirectory,
        ["--demo"] = Demo,
    };
}
