using System.Collections.Concurrent;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>Mail that nobody delivers.</summary>
public sealed class InMemoryCodeMail : ICodeMail
{
    private readonly ConcurrentQueue<(string Email, string Code)> _sent = new();

    public void Send(string email, string firstName, string code, TimeSpan lifetime) => _sent.Enqueue((email, code));

    /// <summary>The newest code that was sent to an address.</summary>
    public string? CodeFor(string email) => _sent.LastOrDefault(one => one.Email == email).Code;

    public int CountFor(string email) => _sent.Count(one => one.Email == email);
}
