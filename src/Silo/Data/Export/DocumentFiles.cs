using System.Security.Cryptography;
using System.Text;

namespace SupportAgents.Silo.Data.Export;

/// <summary>File names for documents, whose ids may hold anything.</summary>
internal static class DocumentFiles
{
    private const int LongestName = 200;

    /// <summary>A name that is allowed everywhere and belongs to that id alone.</summary>
    public static string NameOf(string documentId)
    {
        var name = Uri.EscapeDataString(documentId).Replace("*", "%2A", StringComparison.Ordinal);
        return name.Length <= LongestName
            ? name + ".md"
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(documentId))) + ".md";
    }
}
