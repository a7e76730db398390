using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Trouble;

[Collection(StorageTests.Name)]
public sealed class TroubleStoreTests(StorageFixture fixture)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Reports_gather_under_the_issue_that_they_match(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IKnownIssueStore>();
        await Conversations(storage, "c1", "c2", "c3");

        var first = await store.Report("lamp", Report("c1", "mia", "it blinks", 0), Start, _ => null, default);
        var second = await store.Report("lamp", Report("c2", "ben", "blinks too", 1), Start, open => Assert.Single(open).Id, default);
        await store.Report("lamp", Report("c2", "ben", "blinks still", 2), Start, open => open[0].Id, default);
        var other = await store.Report("kettle", Report("c3", "ann", "leaks", 3), Start, open => { Assert.Empty(open); return null; }, default);

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, other.Id);
        var issue = (await store.Find(first.Id, default))!;
        Assert.Equal(("it blinks", 2, KnownIssueStatus.Suspected, Start, Start.AddHours(2)), (issue.Title, issue.Customers, issue.Status, issue.FirstAt, issue.LastAt));
        Assert.Equal(["it blinks", "blinks still"], issue.Reports.Select(report => report.Symptom));
        Assert.Equal([other.Id, first.Id], (await store.List([KnownIssueStatus.Suspected], Start, default)).Select(one => one.Id));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task A_suspected_issue_is_matched_within_its_window_and_a_confirmed_one_for_as_long_as_it_stands(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IKnownIssueStore>();
        await Conversations(storage, "c1", "c2", "c3", "c4");
        var issue = await store.Report("lamp", Report("c1", "mia", "it blinks", 0), Start, _ => null, default);

        var later = await store.Report("lamp", Report("c2", "ben", "it blinks", 100), Start.AddHours(50), open => { Assert.Empty(open); return null; }, default);
        Assert.True(await store.Settle(issue.Id, KnownIssueStatus.Confirmed, "Update it.", default));
        await store.Report("lamp", Report("c3", "ann", "it blinks", 101), Start.AddHours(50), open => { Assert.Equal(2, open.Count); return issue.Id; }, default);
        Assert.True(await store.Settle(issue.Id, KnownIssueStatus.Resolved, null, default));
        await store.Report("lamp", Report("c4", "eve", "it blinks", 102), Start.AddHours(50), open => { Assert.Equal(later.Id, Assert.Single(open).Id); return null; }, default);

        Assert.Equal("Update it.", (await store.Find(issue.Id, default))!.Answer);
        Assert.False(await store.Settle("i_none", KnownIssueStatus.Dismissed, null, default));
        Assert.Null(await store.Find("i_none", default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task What_a_customer_tried_is_theirs_alone_and_goes_with_its_conversation(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var (steps, issues) = (storage.Get<ITriedStepStore>(), storage.Get<IKnownIssueStore>());
        await Conversations(storage, "c1", "c2");
        await steps.Remember(Tried("c1", "mia", "Check the socket."), default);
        await steps.Remember(Tried("c1", "mia", "Check the socket.", "Charge it."), default);
        await steps.Remember(Tried("c2", "ben", "Open it."), default);
        var issue = await issues.Report("lamp", Report("c1", "mia", "it blinks", 0), Start, _ => null, default);

        Assert.Equal(["Check the socket.", "Charge it."], Assert.Single(await steps.Of("mia", "lamp", Start, default)).Steps);
        Assert.Empty(await steps.Of("mia", "kettle", Start, default));
        Assert.Empty(await steps.Of("mia", "lamp", Start.AddDays(1), default));

        await storage.Get<IConversationStore>().Erase("c1", default);
        Assert.Empty(await steps.Of("mia", "lamp", Start, default));
        Assert.Null(await issues.Find(issue.Id, default));
        Assert.Single(await steps.Of("ben", "lamp", Start, default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task The_words_of_an_erased_conversation_no_longer_name_the_issue(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var issues = storage.Get<IKnownIssueStore>();
        await Conversations(storage, "c1", "c2");
        var issue = await issues.Report("lamp", Report("c1", "mia", "my name is mia and it blinks", 0), Start, _ => null, default);
        await issues.Report("lamp", Report("c2", "ben", "blinks too", 1), Start, open => open[0].Id, default);

        await storage.Get<IConversationStore>().Erase("c1", default);

        var kept = (await issues.Find(issue.Id, default))!;
        Assert.Equal(("blinks too", 1), (kept.Title, kept.Customers));
    }

    private static async Task Conversations(StorageUnderTest storage, params string[] ids)
    {
        foreach (var id in ids)
            Assert.True(await storage.Get<IConversationStore>().Create(new ConversationHead
            {
                Id = id,
                CustomerId = "mia",
                Status = ConversationStatus.Open,
                NextSeq = 1,
                OpenTurns = 0,
                CreatedAt = Start,
                UpdatedAt = Start,
            }, default));
    }

    private static IssueReport Report(string conversation, string customer, string symptom, int hours) =>
        new() { ConversationId = conversation, CustomerId = customer, Symptom = symptom, At = Start.AddHours(hours) };

    private static TriedSteps Tried(string conversation, string customer, params string[] steps) =>
        new() { ConversationId = conversation, CustomerId = customer, ProductId = "lamp", Symptom = "dark", Steps = steps, At = Start };
}
