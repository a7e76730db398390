using System.Text.Json;
using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>Development data beside the repository; tests skip where it is absent.</summary>
public static class SharedData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The folder, or null: walks up from the test assembly.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", path);
            if (Path.Exists(data))
                return data;
        }
        return null;
    }

    /// <summary>The records of a JSON Lines file.</summary>
    public static IReadOnlyList<T> Read<T>(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];
}
