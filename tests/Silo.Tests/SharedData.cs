namespace SupportAgents.Silo.Tests;

/// <summary>Data that lies beside the repository on some machines.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null.</summary>
    public static string? Find(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (Directory.Exists(path))
                return path;
        }

        return null;
    }
}
