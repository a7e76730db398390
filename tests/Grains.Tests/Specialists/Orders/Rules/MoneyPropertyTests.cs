using CsCheck;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Rules;

/// <summary>What holds for every order, price and balance.</summary>
public sealed class MoneyPropertyTests : IDisposable
{
    private static readonly Gen<Money> s_price = Gen.Long[1, 500_000].Select(cents => new Money(cents));

    private static readonly Gen<string> s_method = Gen.Int[0, 2].Select(i => Ada.PaymentMethods![i].Id);

    /// <summary>A product with five variants, some of them sold out.</summary>
    private static readonly Gen<Product> s_product = Gen.Select(s_price.Array[5], Gen.Bool.Array[5]).Select((prices, available) => new Product
    {
        Id = "p",
        Name = "Thing",
        Variants = [.. prices.Select((price, i) => new Variant { Id = $"v{i}", Price = price, Available = available[i], Options = new Dictionary<string, string> { ["n"] = $"{i}" } })],
    });

    /// <summary>A shop's state: an order in any status whose units were bought at any price, paid in full, with any balance.</summary>
    private static readonly Gen<ProposalFacts> s_facts = Gen.Select(
        s_product, Gen.Select(Gen.Int[0, 4], s_price).Array[1, 5], s_method, Gen.Long[0, 600_000], Gen.Enum<OrderStatus>(), Gen.Bool,
        (product, units, method, balance, status, isPlain) =>
        {
            OrderItem[] items = [.. units.Select(unit => new OrderItem
            {
                VariantId = $"v{unit.Item1}", ProductId = "p", Name = "Thing", Options = product.Variants[unit.Item1].Options, Price = unit.Item2,
            })];
            var order = Order(status, method) with
            {
                Items = items,
                Payments = [new() { Kind = PaymentEntryKind.Payment, Amount = items.Sum(item => item.Price), PaymentMethodId = method }],
            };
            var customer = Ada with { PaymentMethods = [.. Ada.PaymentMethods!.Select(own => own.Id == "gift" ? own with { Balance = new Money(balance) } : own)] };
            return Facts(isPlain ? order with { Status = OrderStatus.Pending } : order, customer: customer) with { Products = [product] };
        });

    /// <summary>How many of the order's units, and the variants to get for them.</summary>
    private static readonly Gen<(int Count, string[] New)> s_wish = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4].Select(i => $"v{i}").Array[5]);

    private int _quotes;

    /// <summary>A property that never saw a quote says nothing.</summary>
    public void Dispose() => Assert.True(_quotes > 5, $"only {_quotes} quotes were made");

    [Fact]
    public void Item_change_leaves_the_order_paid_in_full() =>
        Gen.Select(s_facts, s_wish, s_method).Sample((facts, wish, method) =>
        {
            var lists = Lists(facts, wish);
            if (ItemChangeRule.Judge(Replace(lists.Old, lists.New, method), facts).Quote is not { Effect.Order: { } after } quote)
                return;
            Assert.Equal(after.ItemsTotal, after.NetPaid);
            Assert.Equal(quote.Amount, after.ItemsTotal - facts.Order!.ItemsTotal);
            AssertSettled(facts, quote);
        });

    [Fact]
    public void Cancellation_refunds_exactly_what_was_paid() =>
        Gen.Select(s_facts, s_method, s_price).Sample((facts, second, amount) =>
        {
            var paidTwice = facts with { Order = facts.Order! with { Payments = [.. facts.Order!.Payments!, .. Effects.Entry(new Money(amount.Cents - 250_000), second)] } };
            if (CancellationRule.Judge(new CancelArguments { OrderId = "#1", Reason = "no longer needed" }, paidTwice).Quote is not { Effect.Order: { } after } quote)
                return;
            var paid = paidTwice.Order!.NetPaid;
            Assert.Equal(paid.IsNegative ? paid : Money.Zero, after.NetPaid);
            Assert.Equal(quote.Amount, after.NetPaid - paid);
            AssertSettled(paidTwice, quote);
        });

    [Fact]
    public void Payment_change_moves_the_whole_amount_and_no_more() =>
        Gen.Select(s_facts, s_method).Sample((facts, method) =>
        {
            if (PaymentChangeRule.Judge(new PaymentChangeArguments { OrderId = "#1", PaymentMethodId = method }, facts).Quote is not { Effect.Order: { } after } quote)
                return;
            Assert.Equal(facts.Order!.NetPaid, after.NetPaid);
            Assert.All(after.Payments!.GroupBy(entry => entry.PaymentMethodId),
                paid => Assert.Equal(paid.Key == method ? after.NetPaid : Money.Zero, Effects.Net(paid)));
            AssertSettled(facts, quote);
        });

    [Fact]
    public void Return_and_exchange_move_no_money_and_quote_what_they_write() =>
        Gen.Select(s_facts, s_wish, s_method).Sample((facts, wish, method) =>
        {
            var lists = Lists(facts, wish);
            var delivered = facts with { Order = facts.Order! with { Status = OrderStatus.Delivered } };
            if (ExchangeRule.Judge(Replace(lists.Old, lists.New, method), delivered, Now).Quote is { } exchange)
            {
                Assert.Equal(exchange.Amount, exchange.Effect.Order!.Exchange!.PriceDifference);
                AssertNothingMoved(delivered, exchange);
            }
            if (ReturnRule.Judge(new ReturnArguments { OrderId = "#1", VariantIds = lists.Old, PaymentMethodId = method }, delivered, Now).Quote is { } back)
            {
                Assert.True(back.Amount < Money.Zero && -back.Amount <= delivered.Order.ItemsTotal);
                Assert.Equal(lists.Old.Order(StringComparer.Ordinal), back.Effect.Order!.Return!.VariantIds);
                AssertNothingMoved(delivered, back);
            }
        });

    private static (string[] Old, string[] New) Lists(ProposalFacts facts, (int Count, string[] New) wish)
    {
        string[] old = [.. facts.Order!.Items.Take(wish.Count).Select(item => item.VariantId)];
        return (old, wish.New[..old.Length]);
    }

    private void AssertNothingMoved(ProposalFacts facts, Quote quote)
    {
        Assert.Null(quote.Effect.Customer);
        Assert.Equal(facts.Order!.Payments, quote.Effect.Order!.Payments);
        Assert.Equal(facts.Order.Items, quote.Effect.Order.Items);
        AssertSettled(facts, quote);
    }

    /// <summary>The lines add up, no gift card is overdrawn, and a gift card changes by what the order's entries say.</summary>
    private void AssertSettled(ProposalFacts facts, Quote quote)
    {
        Interlocked.Increment(ref _quotes);
        Assert.Equal(quote.Amount, quote.Lines.Sum(line => line.Amount.GetValueOrDefault()));
        var before = facts.Customer.FindPaymentMethod("gift")!.Balance!.Value;
        var after = (quote.Effect.Customer ?? facts.Customer).FindPaymentMethod("gift")!.Balance!.Value;
        Assert.False(after.IsNegative);
        Assert.Equal(before - after, Paid(quote.Effect.Order!) - Paid(facts.Order!));

        static Money Paid(Order order) => Effects.Net(order.Payments!.Where(entry => entry.PaymentMethodId == "gift"));
    }
}
