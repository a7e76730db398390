using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Data.Proposals;

/// <summary>The database cuts its connections at random moments of a confirmation: nothing is lost, nothing is done twice.</summary>
[Collection(StorageTests.Name)]
public sealed class CutConnectionTests(StorageFixture fixture, ITestOutputHelper output)
{
    private const int Runs = 300;

    [SkippableFact]
    public async Task Confirmation_cut_at_a_random_moment_is_done_exactly_once()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        await using var killer = new StorageUnderTest(storage.Settings);
        var ids = Enumerable.Range(1, Runs).Select(i => $"#{i}").ToArray();
        await storage.Load([.. ids.Select(OrderDeskOnStorage.Pending)]);
        var desk = new OrderDeskOnStorage(storage);
        var random = new Random(7);
        var (cut, unanswered, already) = (0L, 0, 0);

        foreach (var id in ids)
        {
            var proposal = (await desk.Cancel(id)).Proposal!.Id;
            // The moment is the point of the test: it is drawn, not waited for.
            var moment = random.Next(0, 25_000);
            var confirming = Task.Run(() => desk.Confirm(proposal));
            cut += await Task.Run(() => Cut(killer.Get<Database>(), moment));
            var answer = await confirming;
            if (answer.Refusal is not null)
            {
                unanswered++;
                already += (await desk.Order(id)).Status == OrderStatus.Cancelled ? 1 : 0;
            }
            for (var attempt = 0; answer.Refusal?.Code == "unavailable" && attempt < 5; attempt++)
                answer = await desk.Confirm(proposal);
            Assert.Null(answer.Refusal);
        }

        var rows = await desk.LedgerRows();
        var doubled = 0;
        foreach (var id in ids)
            doubled += (await desk.Order(id)) is { Status: OrderStatus.Cancelled, Version: 2, Payments.Count: 2 } ? 0 : 1;
        output.WriteLine($"{Runs} confirmations, {cut} cut in the middle, {unanswered} had to be asked again ({already} of them were done already); {rows} ledger rows, {doubled} orders wrong");
        Assert.Equal((Runs, 0), (rows, doubled));
        Assert.Equal(new Money(2_550 + Runs * 15_799L), await desk.GiftCard());
    }

    private static Task<long> Cut(Database database, int microseconds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start).TotalMicroseconds < microseconds)
            Thread.SpinWait(50);
        return database.Read(session => session.First<long>(
            """
            SELECT COUNT(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'
            """), CancellationToken.None);
    }
}
