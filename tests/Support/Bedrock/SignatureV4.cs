using System.Security.Cryptography;
using System.Text;

namespace SupportAgents.Support.Bedrock;

/// <summary>
/// Checks an AWS signature, version 4, as its specification has it and independently of the SDK that made it: what counts
/// are the headers, the path and the body that came over the wire.
/// </summary>
public static class SignatureV4
{
    private const string Service = "bedrock";

    /// <summary>True when the request was signed with this secret.</summary>
    public static bool IsValid(BedrockCall call, string secret)
    {
        var parts = call.Headers["Authorization"]["AWS4-HMAC-SHA256 ".Length..].Split(", ").Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var (date, scope) = (call.Headers["x-amz-date"], string.Join('/', parts["Credential"].Split('/')[1..]));
        var names = parts["SignedHeaders"].Split(';');
        var canonical = string.Join('\n',
            ["POST", Path(call.Path), "", .. names.Select(name => $"{name}:{call.Headers[name].Trim()}"), "", parts["SignedHeaders"], Hash(call.Text)]);
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Sign);
        return call.Headers["x-amz-content-sha256"] == Hash(call.Text) && scope.Contains($"/{Service}/", StringComparison.Ordinal)
            && parts["Signature"] == Convert.ToHexStringLower(Sign(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));
    }

    /// <summary>Each segment is encoded once more than on the wire.</summary>
    private static string Path(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
