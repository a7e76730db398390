using System.Text;

namespace SupportAgents.Silo.Tests.Data.Import;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class ImportFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("support-import-").FullName;

    public void Write(string file, string content) => Write(file, Encoding.UTF8.GetBytes(content));

    public void Write(string file, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
