using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Support;

/// <summary>Finds the development data that lies beside the repository.</summary>
public static class SharedData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

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

    /// <summary>The records of a JSON Lines file.</summary>
    public static IReadOnlyList<T> Read<T>(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];
}
