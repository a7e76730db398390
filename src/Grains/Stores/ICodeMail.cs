namespace SupportAgents.Grains.Stores;

/// <summary>Mail with one-time codes.</summary>
public interface ICodeMail
{
    /// <summary>Queues a mail and returns at once, so that the time of a call does not tell whether one is sent.</summary>
    void Send(string email, string firstName, string code, TimeSpan lifetime);
}
