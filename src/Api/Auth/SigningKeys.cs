using Microsoft.IdentityModel.Tokens;

namespace SupportAgents.Api.Auth;

/// <summary>Finds the key that this installation signs its tokens with.</summary>
public static class SigningKeys
{
    private const int MinimumBytes = 32;

    /// <summary>The configured key, else the one in the data folder.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is not base64 of at least 32 bytes.</exception>
    public static SymmetricSecurityKey Find(AuthOptions options, IConfiguration configuration) => FindOwn(options, configuration)
        ?? throw new InvalidOperationException(
            "No key verifies tokens: set Support:Auth:SigningKey (base64, at least 32 bytes), Support:Auth:Authority, or Support:DataDirectory to a folder with a signing.key.");

    /// <summary>As <see cref="Find"/>, and null where there is none.</summary>
    public static SymmetricSecurityKey? FindOwn(AuthOptions options, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(options.SigningKey))
            return Parse(options.SigningKey, $"{AuthOptions.Section}:SigningKey");
        var folder = configuration["Support:DataDirectory"];
        var file = string.IsNullOrWhiteSpace(folder) ? null : Path.Combine(folder, "signing.key");
        return file is null || !File.Exists(file) ? null : Parse(File.ReadAllText(file), file);
    }

    private static SymmetricSecurityKey Parse(string text, string source)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) && count >= MinimumBytes
            ? new SymmetricSecurityKey(bytes[..count])
            : throw new InvalidOperationException($"{source} is not a key: base64 of at least {MinimumBytes} bytes is expected.");
    }
}
