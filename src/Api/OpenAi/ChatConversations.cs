using SupportAgents.Api.Cluster;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Conversations;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Customers;

namespace SupportAgents.Api.OpenAi;

/// <summary>Finds the conversation that a chat request continues. Such requests carry their history but no thread.</summary>
public sealed class ChatConversations(GrainCalls grains, Turns turns)
{
    private const int NewestConversations = 10;
    private const int HistoryPage = 200;

    /// <summary>
    /// The one named in the metadata, else the one that the <c>user</c> key stands for, else the one whose last words are
    /// those of the request's history, else a new one.
    /// </summary>
    public async Task<string> Find(CurrentPrincipal caller, ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.Metadata?.GetValueOrDefault("conversation_id") is { Length: > 0 } named)
        {
            var id = Identifiers.FromPath(named, "conversation");
            await grains.Repeatable<IConversationReaderGrain, ConversationSummary>(
                id, (grain, token) => grain.Describe(caller.Who, token), cancellationToken);
            return id;
        }
        var found = string.IsNullOrEmpty(request.User)
            ? await Match(caller, request.Messages!, cancellationToken) ?? Ids.NewConversation()
            : Ids.ConversationFor(caller.CustomerId, "user", Identifiers.Require(request.User, "user"));
        await turns.Open(caller.Who with { CustomerId = caller.CustomerId }, found, cancellationToken);
        return found;
    }

    private async Task<string?> Match(CurrentPrincipal caller, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var said = LastOf(messages, "user", before: messages.Count - 1);
        var answered = LastOf(messages, "assistant", before: messages.Count - 1);
        if (said is null || answered is null)
            return null;
        var newest = await grains.Repeatable<ICustomerRecordsGrain, Page<ConversationSummary>>(
            caller.CustomerId, (grain, token) => grain.Conversations(caller.Who, null, NewestConversations, token), cancellationToken);
        foreach (var conversation in newest.Items)
        {
            var history = await grains.Repeatable<IConversationReaderGrain, Page<HistoryItem>>(
                conversation.ConversationId, (grain, token) => grain.ReadHistory(caller.Who, 0, HistoryPage, token), cancellationToken);
            if (history.Items.LastOrDefault(item => item.Role == "customer")?.Text == said
                && history.Items.LastOrDefault(item => item.Role == "agent")?.Text == answered)
                return conversation.ConversationId;
        }
        return null;
    }

    private static string? LastOf(IReadOnlyList<ChatMessage> messages, string role, int before) =>
        messages.Take(before).LastOrDefault(message => message.Role == role)?.Text;
}
