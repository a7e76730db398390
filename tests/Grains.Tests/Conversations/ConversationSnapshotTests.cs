using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Conversations;

public sealed class ConversationSnapshotTests
{
    private static readonly ConversationState State = new()
    {
        Id = "c_1",
        CustomerId = "u1",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        LastSeq = 7,
        OpenTurns = [new CustomerSaid { TurnId = "m1", Message = new CustomerMessage { MessageId = "m1", Text = "hello" } }],
        Dialogue = new DialogueState
        {
            OpenAsks =
            [
                new OpenAsk
                {
                    Id = "a1",
                    Agent = AgentNames.Orders,
                    Request = new UnderstoodRequest { Ask = "return it", Agent = AgentNames.Orders, Intent = Intents.ReturnItems, Confidence = 1, Slots = new Slots { MaxPrice = new Money(1250) } },
                    Awaiting = "order",
                    Question = "Which one?",
                    State = new JsonText("""{"a":[1,2]}"""),
                },
            ],
        },
    };

    [Fact]
    public void A_snapshot_reads_back_what_was_folded()
    {
        var read = ConversationSnapshot.Of(State).Read()!;
        Assert.Equal("hello", read.OpenTurns[0].Message.Text);
        Assert.Equal(new Money(1250), read.Dialogue.OpenAsks[0].Request.Slots.MaxPrice);
        Assert.Equal("""{"a":[1,2]}""", read.Dialogue.OpenAsks[0].State.Json);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"format":0,"id":"c","customerId":"u","createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"}""")]
    public void A_snapshot_that_cannot_be_read_is_as_good_as_none(string? json) =>
        Assert.Null(new ConversationSnapshot { Json = json, LastSeq = 3 }.Read());
}
