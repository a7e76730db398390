using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportAgents.Standalone;

/// <summary>
/// The built-in demo shop, a folder in the import format. Its dates are moved so that the newest order is of today:
/// return windows and parcels on their way stay lively however old the release is.
/// </summary>
internal static partial class DemoShop
{
    private static readonly DateTimeOffset WrittenOn = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where the release keeps it.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "DemoShop");

    /// <summary>Writes a copy with its dates moved to end <paramref name="today"/> into a new folder.</summary>
    public static async Task CopyTo(string folder, DateTimeOffset today, CancellationToken cancellationToken)
    {
        var shift = TimeSpan.FromDays(Math.Max(0, (today.UtcDateTime.Date - WrittenOn.UtcDateTime.Date).Days));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetExtension(file) == ".jsonl")
                await File.WriteAllTextAsync(target, Moved(await File.ReadAllTextAsync(file, cancellationToken), shift), cancellationToken);
            else
                File.Copy(file, target);
        }
    }

    private static string Moved(string json, TimeSpan shift) => Timestamp().Replace(json, found =>
        DateTimeOffset.Parse(found.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).Add(shift)
            .ToString(found.Value.Contains('T', StringComparison.Ordinal) ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<="")\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?(?="")")]
    private static partial Regex Timestamp();
}
