using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Identity;

/// <summary>The installation's own key.</summary>
public static class SigningKey
{
    /// <summary>The shortest key that is taken, in bytes.</summary>
    public const int MinimumBytes = 32;

    private const string FileName = "signing.key";

    /// <summary>The configured key, or else the data folder's, which is made if there is none. Any number of processes may do so at once.</summary>
    /// <exception cref="SupportException">The key is not base64 or too short (<see cref="FailureKind.Invalid"/>).</exception>
    public static byte[] Load(string configured, string dataFolder)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Decode(configured, "Support:Auth:SigningKey");
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
            Make(dataFolder, path);
        return Decode(File.ReadAllText(path), path);
    }

    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $"{FileName}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MinimumBytes)));
        // Where another process is first, its key is the installation's. A move would look first and then replace the other's.
        if (OperatingSystem.IsWindows())
            MoveNew(draft, path);
        else if (Link(draft, path) != 0 && !File.Exists(path))
            throw new IOException($"{path} cannot be made (error {Marshal.GetLastPInvokeError()})");
        File.Delete(draft);
    }

    private static void MoveNew(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // There is one.
        }
    }

    /// <summary>Gives a file a second name, if that is free: in one step, unlike <see cref="File.Move(string, string, bool)"/> on Unix.</summary>
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private static byte[] Decode(string text, string from)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length >= MinimumBytes
            ? bytes[..length]
            : throw new SupportException(FailureKind.Invalid, $"{from} must be base64 of at least {MinimumBytes} bytes");
    }
}
