using SupportAgents.Conversations;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>Which conversations a customer has.</summary>
[Alias("fake-directory")]
public interface IFakeDirectoryGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task Add(ConversationSummary conversation);

    [Alias("list")]
    Task<IReadOnlyList<ConversationSummary>> List();
}

/// <inheritdoc/>
public sealed class FakeDirectoryGrain : Grain, IFakeDirectoryGrain
{
    private readonly Dictionary<string, ConversationSummary> _conversations = [];

    public Task Add(ConversationSummary conversation)
    {
        _conversations[conversation.ConversationId] = conversation;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ConversationSummary>> List() => Task.FromResult<IReadOnlyList<ConversationSummary>>([.. _conversations.Values.Reverse()]);
}
