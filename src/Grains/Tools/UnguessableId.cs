using System.Security.Cryptography;

namespace SupportAgents.Grains.Tools;

/// <summary>Ids that cannot be guessed.</summary>
public static class UnguessableId
{
    /// <summary>The prefix and 128 random bits.</summary>
    public static string New(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
