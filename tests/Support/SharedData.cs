namespace SupportAgents.Support;

/// <summary>Finds the development data that lies beside the repository.</summary>
public static class SharedData
{
    /// <summary>The path of something under <c>shared/data</c>, looked for in every folder above the tests; null when it is not there.</summary>
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine([folder.FullName, "shared", "data", .. path]);
            if (Path.Exists(candidate))
                return candidate;
        }
        return null;
    }

    /// <summary>As <see cref="Find"/>; skips the test, with the reason, when it is not there.</summary>
    public static string Require(params string[] path)
    {
        var found = Find(path);
        Skip.If(found is null, $"shared/data/{string.Join('/', path)} is not there");
        return found!;
    }
}
