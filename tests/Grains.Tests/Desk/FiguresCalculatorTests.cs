using SupportAgents.Conversations;
using SupportAgents.Grains.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Tests.Desk;

public sealed class FiguresCalculatorTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly FiguresOptions Prices = new() { InputPerMillion = 2, OutputPerMillion = 10, Currency = "EUR" };

    [Fact]
    public void Conversation_that_was_handed_off_is_not_resolved_without_a_person()
    {
        var figures = Count(Asked("a", 1), Asked("a", 2), Asked("b", 3), HandedOff("b", 4, "angry"));

        Assert.Equal((2, 3, 1), (figures.Conversations, figures.Messages, figures.ResolvedWithoutPerson));
        Assert.Equal(("angry", 1), (figures.HandOffReasons[0].Name, figures.HandOffReasons[0].Count));
    }

    [Fact]
    public void Every_day_of_the_span_has_its_figures()
    {
        var figures = Count(Asked("a", 1), Asked("a", 25), Asked("b", 26), Rated("a", 27, 5), Rated("b", 28, 2));

        Assert.Equal([1, 2, 0], figures.Days.Select(day => day.Conversations));
        Assert.Equal([null, 3.5, null], figures.Days.Select(day => day.Satisfaction));
        Assert.Equal(new DateOnly(2026, 3, 2), figures.Days[0].Day);
    }

    [Fact]
    public void Satisfaction_is_the_mean_with_a_count_for_each_star()
    {
        var figures = Count(Rated("a", 1, 5), Rated("b", 2, 4), Rated("c", 3, 4));

        Assert.Equal(4.33, figures.Satisfaction);
        Assert.Equal([0, 0, 0, 2, 1], figures.Ratings.Select(rating => rating.Count));
        Assert.Null(Count().Satisfaction);
    }

    [Fact]
    public void Person_answers_a_hand_off_by_the_first_words_after_it()
    {
        var figures = Count(StaffSaid("a", 1), HandedOff("a", 2, "x"), HandedOff("a", 3, "x"), StaffSaid("a", 4), StaffSaid("a", 9), HandedOff("b", 5, "x"));

        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, figures.PersonMs!.Median);
        Assert.Equal(figures.PersonMs.Median, figures.PersonMs.P95);
    }

    [Fact]
    public void Answers_are_spread_priced_and_told_apart_by_who_made_them()
    {
        var answers = Enumerable.Range(1, 100).Select(ms => Answered("a", 1, ms, AnswerMode.Model)).Append(Answered("a", 2, 500, AnswerMode.Degraded));

        var figures = Count([.. answers]);

        Assert.Equal((51, 96), (figures.AnswerMs!.Median, figures.AnswerMs.P95));
        Assert.Equal((101, 101_000, 10_100), (figures.Model.Calls, figures.Model.InputTokens, figures.Model.OutputTokens));
        Assert.Equal(0.303m, figures.Model.Cost);
        Assert.Equal([("model", 100), ("degraded", 1)], figures.Model.Modes.Select(mode => (mode.Name, mode.Count)));
        Assert.Equal(("track_order", 101), (figures.Asks[0].Name, figures.Asks[0].Count));
    }

    [Fact]
    public void Silence_while_a_person_has_the_conversation_is_no_answer() => Assert.Null(EntryMeasure.Of(new AgentSaid
    {
        TurnId = "t",
        Dialogue = Agents.DialogueState.Empty,
        Answer = new Answer { ConversationId = "c", MessageId = "m", Status = AnswerStatus.HandedOff, Reply = "" },
    }));

    private static SupportAgents.Desk.DeskFigures Count(params Measured[] measures) => FiguresCalculator.Count(measures, Monday, Monday.AddDays(3), Prices);

    private static Measured At(string conversation, int hour, EntryMeasure measure) => new(conversation, Monday.AddHours(hour), measure);

    private static Measured Asked(string conversation, int hour) => At(conversation, hour, new() { Kind = MeasureKind.Asked });

    private static Measured HandedOff(string conversation, int hour, string reason) =>
        At(conversation, hour, EntryMeasure.Of(new HandedOff { Reason = reason })!);

    private static Measured StaffSaid(string conversation, int hour) =>
        At(conversation, hour, EntryMeasure.Of(new StaffSaid { Name = "Sam", Text = "hi" })!);

    private static Measured Rated(string conversation, int hour, int rating) => At(conversation, hour, EntryMeasure.Of(new Rated { Rating = rating })!);

    private static Measured Answered(string conversation, int hour, long ms, AnswerMode mode) => At(conversation, hour, EntryMeasure.Of(new AgentSaid
    {
        TurnId = "t",
        Dialogue = Agents.DialogueState.Empty,
        Answer = new Answer
        {
            ConversationId = conversation,
            MessageId = "m",
            Status = AnswerStatus.Answered,
            Reply = "there",
            Mode = mode,
            Requests = [new RequestLine { Ask = "where", Agent = "orders", Intent = "track_order", Status = RequestStatus.Done }],
            Usage = new Usage { ModelCalls = 1, InputTokens = 1_000, OutputTokens = 100, ElapsedMs = ms },
        },
    })!);
}
