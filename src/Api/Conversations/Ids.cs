using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupportAgents.Api.Conversations;

/// <summary>Ids of conversations and messages. They are unguessable; ownership is checked all the same.</summary>
public static class Ids
{
    private const int Bytes = 16;

    /// <summary>A new conversation's id.</summary>
    public static string NewConversation() => "c_" + Random();

    /// <summary>A new message's id.</summary>
    public static string NewMessage() => "m_" + Random();

    /// <summary>The conversation that a customer's own key stands for: the same each time.</summary>
    public static string ConversationFor(string customerId, string purpose, string key) =>
        "c_" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{customerId}\n{key}")).AsSpan(0, Bytes));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
