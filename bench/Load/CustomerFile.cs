using System.Text.Json;

namespace SupportAgents.Bench.Load;

/// <summary>The customers of an import folder.</summary>
internal static class CustomerFile
{
    /// <summary>Their ids, in the order of the file.</summary>
    public static async Task<IReadOnlyList<string>> Ids(FileInfo file, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            using var record = JsonDocument.Parse(line);
            ids.Add(record.RootElement.GetProperty("id").GetString()!);
        }
        return ids;
    }
}
