using Microsoft.Extensions.Options;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Understanding.Classification;

namespace SupportAgents.Silo.Understanding;

/// <summary>
/// The classifier of this process, however many hosts it has. It is read from beside the program where
/// the image's build left it, or from the data folder where an earlier start did; else it is trained, which takes seconds,
/// and left in the data folder for the next start.
/// </summary>
internal sealed partial class ModelCache(IOptions<StorageOptions> storage, TimeProvider time, ILogger<ModelCache> logger)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "understanding.model";

    /// <summary>Where the build of an image leaves it.</summary>
    public static string BesideProgram { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, FileName);

    private static readonly Lock Gate = new();
    private static IntentClassifier? _shared;
    private static bool _isKept;

    private string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(storage.Value.DataFolder, FileName));

    /// <summary>The classifier; the first call waits until it is read or trained.</summary>
    public IntentClassifier Get()
    {
        lock (Gate)
        {
            if (_shared is not null)
                return _shared;
            _shared = Read(BesideProgram) ?? Read(Path);
            _isKept = _shared is not null;
            _shared ??= Train();
        }
        Keep();
        return _shared;
    }

    /// <summary>
    /// Leaves a trained classifier in the data folder, once that is there. A folder that cannot be written costs the next
    /// start its seconds and nothing else.
    /// </summary>
    public void Keep()
    {
        lock (Gate)
        {
            if (_shared is null || _isKept || !Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
                return;
            _isKept = true;
            try
            {
                ModelFile.Write(Path, _shared);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                LogNotKept(e, Path);
            }
        }
    }

    private IntentClassifier? Read(string path)
    {
        var start = time.GetTimestamp();
        try
        {
            if (ModelFile.Read(path) is { } known)
            {
                LogRead(time.GetElapsedTime(start).TotalMilliseconds, path);
                return known;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(e, path);
        }
        return null;
    }

    private IntentClassifier Train()
    {
        var start = time.GetTimestamp();
        var trained = IntentClassifier.Train();
        LogTrained(time.GetElapsedTime(start).TotalMilliseconds);
        return trained;
    }

    [LoggerMessage(LogLevel.Information, "Understanding is ready after {Milliseconds:0} ms, from {Path}")]
    private partial void LogRead(double milliseconds, string path);

    [LoggerMessage(LogLevel.Information, "Understanding is trained and ready after {Milliseconds:0} ms")]
    private partial void LogTrained(double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The trained understanding in {Path} cannot be read; it is trained anew")]
    private partial void LogUnreadable(Exception exception, string path);

    [LoggerMessage(LogLevel.Warning, "The trained understanding cannot be kept in {Path}; the next start trains it again")]
    private partial void LogNotKept(Exception exception, string path);
}
