using SupportAgents.Agents;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Identity;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Erasure;

namespace SupportAgents.Silo.Tests.Data.Erasure;

[Collection(StorageTests.Name)]
public sealed class ErasureTests(StorageFixture fixture)
{
    private const string Mark = "zqxw7";
    private const string Other = "yqxw8";

    /// <summary>The order ids stay, as the shop's books know the orders by them.</summary>
    private static readonly string[] s_orderIds = [$"{Mark}-delivered", $"{Mark}-exchanged", $"{Mark}-pending"];

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Every_table_of_the_live_schema_is_in_a_store_or_known_to_be_impersonal(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);

        var known = PersonalStores.All.SelectMany(store => store.Tables).Concat(PersonalStores.Impersonal).ToHashSet();

        Assert.Empty((await DatabaseDump.Tables(storage.Get<Database>())).Except(known));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Erased_customer_is_found_in_no_table_and_no_snapshot(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var (gone, stays) = (new MarkedCustomer(storage, Mark), new MarkedCustomer(storage, Other));
        await Settle(gone, cluster, Mark);
        await Settle(stays, cluster, Other);
        await gone.LeaveQueryScope();
        var database = storage.Get<Database>();
        var before = await DatabaseDump.Rows(database);
        var marked = before.Where(row => row.Contains(Mark)).Select(row => row.Split('|')[0]).ToHashSet();
        // Only what holds the mark can show that it is gone.
        Assert.Empty(PersonalStores.All.SelectMany(store => store.Tables).Intersect(await DatabaseDump.Tables(database)).Except(marked));

        var receipt = await cluster.Data(gone.Id).Erase(Principal.Customer(gone.Id), includingOpenOrders: true);
        await cluster.DeactivateAll();

        var after = await DatabaseDump.Rows(database);
        Assert.DoesNotContain(after.Select(WithoutOrderIds), row => row.Contains(Mark));
        Assert.Equal(before.Where(IsOthers), after.Where(IsOthers));
        Assert.Equal(PersonalStores.All.Select(store => store.Name), receipt.Stores.Select(store => store.Store));
        Assert.Equal((2, 0), Counts(receipt, "conversations"));
        Assert.Equal((0, 3), Counts(receipt, "orders"));
        Assert.Equal((1, 1), Counts(receipt, "ledger"));
        Assert.Contains(after, row => row.StartsWith("erasures|", StringComparison.Ordinal) && row.Contains(receipt.Id));
    }

    [SkippableFact]
    public async Task Erased_customer_is_not_to_be_read_out_of_the_database_file()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var gone = new MarkedCustomer(storage, Mark);
        await Settle(gone, cluster, Mark);
        var folder = storage.Settings["Support:Storage:DataFolder"]!;
        Assert.Contains(Mark, WithoutOrderIds(Bytes(folder)));

        await cluster.Data(gone.Id).Erase(Principal.Customer(gone.Id), includingOpenOrders: true);

        Assert.DoesNotContain(Mark, WithoutOrderIds(Bytes(folder)));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Running_turn_does_not_write_an_erased_conversation_back(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var gone = new MarkedCustomer(storage, Mark);
        await gone.Load();
        var chat = new DeskChat(cluster.Grains, gone.Id);
        await chat.Open();
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        cluster.Hooks.Before(AgentNames.Orders, gone.Id, () =>
        {
            reached.TrySetResult();
            return release.Task;
        });
        var talking = chat.Say($"Where is my order {Mark}-pending?");
        await reached.Task;

        var erasing = cluster.Data(gone.Id).Erase(Principal.Customer(gone.Id), includingOpenOrders: true);
        release.SetResult();
        await erasing;
        await Record.ExceptionAsync(() => talking);
        await cluster.DeactivateAll();

        Assert.DoesNotContain((await DatabaseDump.Rows(storage.Get<Database>())).Select(WithoutOrderIds), row => row.Contains(Mark) || row.Contains(chat.Id));
        Assert.Null(await storage.Get<IConversationStore>().Find(chat.Id, default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Open_orders_hold_an_erasure_until_the_caller_says_so(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var gone = new MarkedCustomer(storage, Mark);
        await gone.Load();
        var before = await DatabaseDump.Rows(storage.Get<Database>());

        var refused = await Assert.ThrowsAsync<SupportException>(() => cluster.Data(gone.Id).Erase(Principal.Customer(gone.Id), includingOpenOrders: false));

        Assert.Equal(FailureKind.Conflict, refused.Kind);
        Assert.Contains($"{Mark}-pending", refused.Message);
        Assert.DoesNotContain($"{Mark}-delivered", refused.Message);
        Assert.Equal(before, await DatabaseDump.Rows(storage.Get<Database>()));
    }

    [SkippableFact]
    public async Task Repeated_erasure_gives_the_first_receipt_and_of_a_stranger_nothing_is_found()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var gone = new MarkedCustomer(storage, Mark);
        await gone.Load();
        var staff = Principal.Staff("kim", gone.Id);

        var first = await cluster.Data(gone.Id).Erase(staff, includingOpenOrders: true);
        var second = await cluster.Data(gone.Id).Erase(staff, includingOpenOrders: true);

        Assert.Equal(first.Id, second.Id);
        await NotFound(() => cluster.Data("nobody").Erase(Principal.Customer("nobody"), includingOpenOrders: true));
        await NotFound(() => cluster.Data(gone.Id).Export(staff));
        await NotFound(() => cluster.Data("ada").Export(Principal.Customer("ben")));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Export_has_what_every_store_holds(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await using var cluster = await ErasureCluster.Deploy(storage);
        var customer = new MarkedCustomer(storage, Mark);
        await Settle(customer, cluster, Mark);

        var export = StoredText.ToJson(await cluster.Data(customer.Id).Export(Principal.Customer(customer.Id)));

        string[] held =
        [
            $"{Mark}-first", $"{Mark}-card", $"{Mark} liked it", $"{Mark}_view", $"{Mark} said this", $"{Mark} rated this", $"{Mark} was noted",
            $"{Mark}-delivered", $"2 {Mark} Road", $"3 {Mark} Lane", "modify_pending_order_address", "cancel_pending_order", "\"state\":\"open\"", "\"state\":\"executed\"",
        ];
        Assert.All(held, text => Assert.Contains(text, export));
    }

    private static async Task Settle(MarkedCustomer customer, ErasureCluster cluster, string mark)
    {
        await customer.Load();
        await customer.Act(cluster.Grains);
        await customer.Note();
        await cluster.SignIn(customer.Email);
        await cluster.Talk(customer.Id, mark);
        await cluster.Talk(customer.Id, mark);
        await customer.Complain();
    }

    private static (int Deleted, int Anonymised) Counts(ErasureReceipt receipt, string name)
    {
        var store = receipt.Stores.Single(store => store.Store == name);
        return (store.Deleted, store.Anonymised);
    }

    private static string WithoutOrderIds(string text) => s_orderIds.Aggregate(text, (left, id) => left.Replace(id, "", StringComparison.OrdinalIgnoreCase));

    // The shared numbers grow with any change; the order of the rows of a table may change with an update.
    private static bool IsOthers(string row) => row.Contains(Other) && !row.StartsWith("orleans_states|", StringComparison.Ordinal);

    private static string Bytes(string folder) => string.Concat(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(Read)).ToLowerInvariant();

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static async Task NotFound(Func<Task> call) => Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(call)).Kind);
}
