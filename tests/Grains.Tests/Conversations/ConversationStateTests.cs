using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Tests.Conversations;

public sealed class ConversationStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_message_opens_a_turn_and_its_answer_ends_it()
    {
        var asked = Fold(Said("m1", "Where is my order?"));
        Assert.Equal("m1", Assert.Single(asked.OpenTurns).TurnId);
        Assert.Equal("Where is my order?", asked.Title);
        Assert.Equal(1, asked.ToHead().OpenTurns);

        var answered = Fold(Said("m1", "Where is my order?"), Answered("m1", "It is on its way."));
        Assert.Empty(answered.OpenTurns);
        Assert.Equal(["customer", "agent"], answered.Recent.Select(item => item.Role));
        Assert.Equal(3, answered.ToHead().NextSeq);
    }

    [Fact]
    public void A_repeated_message_id_is_remembered_with_its_position()
    {
        var state = Fold(Said("m1", "one"), Answered("m1", "1"), Said("m2", "two"));
        Assert.Equal(1, state.Turns["m1"]);
        Assert.Equal(3, state.Turns["m2"]);
    }

    [Fact]
    public void A_cancelled_turn_is_no_longer_open() =>
        Assert.Empty(Fold(Said("m1", "one"), new TurnCancelled { TurnId = "m1" }).OpenTurns);

    [Fact]
    public void The_owner_changes_with_hand_off_assignment_hand_back_and_close()
    {
        var waiting = Fold(new HandedOff { Reason = "asked for a person" });
        Assert.Equal((ConversationStatus.WaitingForPerson, "asked for a person"), (waiting.Status, waiting.HandOffReason));
        Assert.NotNull(waiting.WaitingSince);

        var assigned = Fold(new HandedOff { Reason = "r" }, new StaffAssigned { Name = "Sam" });
        Assert.Equal((ConversationStatus.WithPerson, "Sam"), (assigned.Status, assigned.AssignedTo));

        var back = Fold(new HandedOff { Reason = "r" }, new StaffAssigned { Name = "Sam" }, new HandedBack { Name = "Sam" });
        Assert.Equal((ConversationStatus.Open, (string?)null), (back.Status, back.AssignedTo));

        Assert.Equal(ConversationStatus.Closed, Fold(new Closed { Name = "Sam" }).Status);
        Assert.Equal(ConversationStatus.Open, Fold(new Closed { Name = "Sam" }, Said("m1", "one more thing")).Status);
    }

    [Fact]
    public void Folding_in_pieces_gives_what_folding_at_once_gives()
    {
        ConversationEntry[] entries = [Said("m1", "one"), Answered("m1", "1"), new HandedOff { Reason = "r" }, new StaffSaid { Name = "Sam", Text = "hi" }, Said("m2", "two")];
        var log = Log(entries);
        var atOnce = log.Aggregate(Empty, (state, entry) => state.Apply(entry));
        for (var cut = 0; cut <= log.Count; cut++)
        {
            var snapshot = log.Take(cut).Aggregate(Empty, (state, entry) => state.Apply(entry));
            var resumed = log.Skip(cut).Aggregate(snapshot, (state, entry) => state.Apply(entry));
            Assert.Equal(atOnce.ToHead(), resumed.ToHead());
            Assert.Equal(atOnce.Recent.Select(item => item.Text), resumed.Recent.Select(item => item.Text));
        }
    }

    [Fact]
    public void Memory_of_a_long_conversation_is_bounded()
    {
        var entries = Enumerable.Range(0, 3_000).SelectMany(i => new ConversationEntry[] { Said($"m{i}", $"text {i}"), Answered($"m{i}", "ok") });
        var state = Fold([.. entries]);
        Assert.True(state.Turns.Count <= 1_001, $"{state.Turns.Count} turns are remembered");
        Assert.True(state.Recent.Count <= 24);
        Assert.True(state.Turns.ContainsKey("m2999"));
    }

    [Theory]
    [InlineData("Hello there", "Hello there")]
    [InlineData("  first line \n second", "first line")]
    [InlineData("   ", null)]
    public void A_title_is_the_first_line(string text, string? title) => Assert.Equal(title, ConversationTitle.Of(text));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var title = ConversationTitle.Of(string.Concat(Enumerable.Repeat("word ", 40)))!;
        Assert.EndsWith("word…", title, StringComparison.Ordinal);
        Assert.True(title.Length <= 81);
    }

    private static ConversationState Empty => new() { Id = "c_1", CustomerId = "u1", CreatedAt = Start, UpdatedAt = Start };

    private static ConversationState Fold(params ConversationEntry[] entries) => Log(entries).Aggregate(Empty, (state, entry) => state.Apply(entry));

    private static List<LogEntry> Log(ConversationEntry[] entries) =>
        [.. entries.Select((entry, i) => new LogEntry { Seq = i + 1, EventNumber = i + 1, At = Start.AddSeconds(i), Entry = entry })];

    private static CustomerSaid Said(string id, string text) => new() { TurnId = id, Message = new CustomerMessage { MessageId = id, Text = text } };

    private static AgentSaid Answered(string id, string reply) => new()
    {
        TurnId = id,
        Answer = new Answer { ConversationId = "c_1", MessageId = id, Status = AnswerStatus.Answered, Reply = reply },
        Dialogue = DialogueState.Empty,
    };
}
