using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Tests.Data.Proposals;

namespace SupportAgents.Silo.Tests.Data.MyRecords;

internal static class TwoCustomersExtensions
{
    /// <summary>Ada and Ben, each with a row in every table.</summary>
    public static async Task LoadTwoCustomers(this StorageUnderTest storage)
    {
        await storage.Load(Full("#1", "ada"), Full("#2", "ben"));
        await storage.Get<Database>().Write(null, session => session.Execute(
            """
            INSERT INTO customer_payment_methods (customer_id, line_no, id, kind) VALUES ('ben', 0, 'bens', 'paypal');
            INSERT INTO browsing (id, customer_id, product_id, at) VALUES ('1', 'ada', 'kettle', now()), ('2', 'ben', 'kettle', now());
            INSERT INTO ledger (id, proposal_id, customer_id, kind, arguments, amount_cents, actor, actor_role, result, at)
                SELECT id, id, id, 'x', '{}', 0, id, 'customer', '{}', now() FROM customers
            """), default);
        foreach (var (id, customer) in new[] { ("c_1", "ada"), ("c_2", "ben") })
        {
            var head = Samples.Head(id, customer);
            var conversations = storage.Get<IConversationStore>();
            await conversations.Create(head, default);
            await conversations.Append(1, [Samples.Said(1, "hello")], head with { NextSeq = 2 }, default);
            await new OrderDeskOnStorage(storage).Call("update_customer_address",
                new { line1 = "9 Pier", city = "Kiel", state = "SH", country = "DE", postal_code = "24103" }, customer);
        }
    }

    private static Order Full(string id, string customerId) => Samples.Order(id, customerId, Samples.Noon) with
    {
        Return = new OrderReturn { VariantIds = ["kettle-red"], PaymentMethodId = "z_card" },
        Exchange = new OrderExchange { VariantIds = ["kettle-red"], NewVariantIds = ["kettle-blue"], PaymentMethodId = "z_card", PriceDifference = Money.Zero },
    };
}
