using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportAgents.Silo.Webhooks;

/// <summary>
/// Signatures as in the Standard Webhooks specification, for which receivers find libraries: HMAC-SHA-256 of the event's
/// id, the attempt's Unix seconds and the body, so that neither a body nor its time can be changed or played again later.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The key of a secret; empty when it is not one.</summary>
    public static byte[] Key(string secret)
    {
        var bytes = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) ? bytes[..length] : [];
    }

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    public static string Of(byte[] key, string eventId, long seconds, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{eventId}.{seconds}.{body}"))));
}
