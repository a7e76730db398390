using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>One customer's conversation with the desk, as a client sees it.</summary>
public sealed class DeskChat(IGrainFactory grains, string customerId)
{
    private readonly string _id = $"c_{Guid.NewGuid():N}";
    private readonly Principal _who = Principal.Customer(customerId);

    /// <summary>The conversation's id.</summary>
    public string Id => _id;

    public string CustomerId => customerId;

    /// <summary>The newest answer.</summary>
    public Answer Last { get; private set; } = null!;

    /// <summary>The newest turn's reply as it was streamed.</summary>
    public string Streamed { get; private set; } = "";

    private IConversationGrain Grain => grains.GetGrain<IConversationGrain>(_id);

    public Task Open() => Grain.Open(_who);

    /// <summary>Says something and reads the answer.</summary>
    public Task<Answer> Say(string text) => Send(new CustomerMessage { MessageId = $"m_{Guid.NewGuid():N}", Text = text });

    /// <summary>Picks the choice whose label has these words.</summary>
    public Task<Answer> Pick(string words)
    {
        var choice = Last.Choices.FirstOrDefault(choice => choice.Label.Contains(words, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"no choice has '{words}': {string.Join(" | ", Last.Choices.Select(choice => choice.Label))}");
        return PickId(choice.Id);
    }

    /// <summary>Picks a choice by its id.</summary>
    public Task<Answer> PickId(string choice) => Send(new CustomerMessage { MessageId = $"m_{Guid.NewGuid():N}", Text = "", Choice = choice });

    /// <summary>Settles the newest answer's proposal, or one by its id.</summary>
    public Task<Answer> Confirm(bool accept = true, string? proposalId = null) => Send(new CustomerMessage
    {
        MessageId = $"m_{Guid.NewGuid():N}",
        Text = "",
        Confirm = new Confirmation { ProposalId = proposalId ?? Last.Proposal!.Id, Accept = accept },
    });

    private async Task<Answer> Send(CustomerMessage message)
    {
        var receipt = await Grain.Submit(_who, message);
        Streamed = "";
        await foreach (var one in Grain.Follow(_who, receipt.TurnId, null))
        {
            if (one.Entry is TokenProduced token)
                Streamed += token.Text;
            if (one.Entry is AgentSaid said)
                return Last = said.Answer;
        }
        throw new InvalidOperationException("the turn ended without an answer");
    }
}
