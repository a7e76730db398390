using Orleans.Runtime;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Shop;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>What the fake grains do at certain words.</summary>
public static class Script
{
    public const string RejectOnce = "reject once";
    public const string LoseStream = "lose the stream";
    public const string Propose = "propose";
    public const string Cancel = "cancel the turn";
    public const string Unknown = "fail: unknown";
    public const string Timeout = "fail: timeout";
    public const string Activation = "fail: activation";

    /// <summary>Throws for "fail: KIND".</summary>
    public static void Throw(string text)
    {
        if (text == Unknown)
            throw new InvalidOperationException("secret connection string");
        if (text == Timeout)
            throw new TimeoutException("secret address");
        if (text == Activation)
            throw new OrleansException("secret stack", new SupportException(FailureKind.Unavailable, "scripted Unavailable"));
        if (text.StartsWith("fail: ", StringComparison.Ordinal) && Enum.TryParse<FailureKind>(text[6..], out var kind))
            throw new SupportException(kind, $"scripted {kind}");
    }

    /// <summary>The entries of a turn.</summary>
    public static IEnumerable<ConversationEntry> Answer(string conversation, string turn, CustomerMessage message)
    {
        if (message.Text == Cancel)
        {
            yield return new TurnCancelled { TurnId = turn };
            yield break;
        }
        yield return new AgentStarted { Agent = AgentNames.Orders };
        yield return new AgentReported { Report = new AgentReport { Agent = "orders", Reply = "", Requests = [], Dialogue = DialogueState.Empty } };
        yield return new ToolCalled { Agent = "orders", Tool = "track_order", Arguments = JsonText.Empty, Outcome = "ok" };
        yield return new AgentSaid
        {
            TurnId = turn,
            Dialogue = DialogueState.Empty,
            Answer = new Answer
            {
                ConversationId = conversation,
                MessageId = message.MessageId,
                Status = message.Text == Propose ? AnswerStatus.AwaitingConfirmation : AnswerStatus.Answered,
                Reply = message.Text switch
                {
                    LoseStream => LoseStream,
                    "" => $"picked {message.Choice}{message.Confirm?.ProposalId}",
                    _ => $"You said: {message.Text}",
                },
                Agents = ["orders"],
                Proposal = message.Text == Propose ? ReturnProposal : null,
                Usage = new Usage { InputTokens = 3, OutputTokens = 4, ModelCalls = 1 },
            },
        };
    }

    public static Proposal ReturnProposal { get; } = new()
    {
        Id = "p_1",
        Kind = "return_delivered_order_items",
        Summary = "Return the kettle.",
        Amount = new Money(-5400),
        Currency = "USD",
        ExpiresAt = DateTimeOffset.UnixEpoch,
    };
}
