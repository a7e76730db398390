using CsCheck;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class WarrantyRulesTests
{
    [Theory]
    [InlineData("2025-03-01", 12, "2026-03-01", WarrantyStatus.Covered, "2026-03-01")]
    [InlineData("2025-03-01", 12, "2026-03-02", WarrantyStatus.Expired, "2026-03-01")]
    [InlineData("2024-02-29", 12, "2025-02-28", WarrantyStatus.Covered, "2025-02-28")]
    [InlineData("2024-02-29", 12, "2025-03-01", WarrantyStatus.Expired, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29", WarrantyStatus.Covered, "2028-02-29")]
    [InlineData("2025-08-31", 6, "2026-02-28", WarrantyStatus.Covered, "2026-02-28")]
    [InlineData("2025-12-31", 2, "2026-03-01", WarrantyStatus.Expired, "2026-02-28")]
    [InlineData("2025-03-01", 0, "2025-03-01", WarrantyStatus.None, "2025-03-01")]
    public void The_last_day_is_the_same_day_so_many_months_later(string delivered, int months, string today, WarrantyStatus status, string last)
    {
        var warranty = Decide(delivered: Day(delivered), months: months, now: Day(today));
        Assert.Equal((status, DateOnly.Parse(last)), (warranty.Status, warranty.EndsOn!.Value));
    }

    [Fact]
    public void The_products_term_goes_before_the_shops()
    {
        var own = Decide(Day("2026-01-01"), months: 24, terms: new WarrantyTerms { DefaultMonths = 12 });
        var shops = Decide(Day("2026-01-01"), months: null, terms: new WarrantyTerms { DefaultMonths = 12 });
        Assert.Equal((24, "product"), (own.Months!.Value, own.TermFrom));
        Assert.Equal((12, "shop"), (shops.Months!.Value, shops.TermFrom));
    }

    [Fact]
    public void A_shop_may_count_from_the_purchase()
    {
        var warranty = Decide(delivered: Day("2026-01-10"), placed: Day("2026-01-01"), months: 1, terms: new WarrantyTerms { StartsAt = "purchase" });
        Assert.Equal(new DateOnly(2026, 2, 1), warranty.EndsOn);
    }

    [Fact]
    public void Without_a_term_or_a_date_it_is_not_known()
    {
        Assert.Equal(WarrantyStatus.Unknown, Decide(Day("2026-01-01"), months: null).Status);
        Assert.Equal(WarrantyStatus.Unknown, Decide(delivered: null, placed: Day("2026-01-01"), months: 12).Status);
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, 0, WarrantyStatus.Ended)]
    [InlineData(OrderStatus.ReturnRequested, 2, WarrantyStatus.Ended)]
    [InlineData(OrderStatus.ReturnRequested, 1, WarrantyStatus.Covered)]
    public void What_was_taken_back_has_no_warranty_left(OrderStatus status, int sentBack, WarrantyStatus expected)
    {
        var order = Order(Day("2026-01-01"), null, units: 2) with
        {
            Status = status,
            Return = sentBack == 0 ? null : new OrderReturn { PaymentMethodId = "p", VariantIds = [.. Enumerable.Repeat("v", sentBack)] },
        };
        Assert.Equal(expected, WarrantyRules.Decide(order, order.Items[0], Product(12), null, Day("2026-01-02")).Status);
    }

    [Fact]
    public void Cover_never_comes_back_once_it_has_ended() =>
        Gen.Select(Gen.Int[0, 12_000], Gen.Int[1, 240], Gen.Int[0, 9_000], Gen.Int[0, 3_000]).Sample((start, months, later, more) =>
        {
            var delivered = Day("2000-01-01").AddDays(start);
            var first = Decide(delivered, months: months, now: delivered.AddDays(later)).Status;
            var second = Decide(delivered, months: months, now: delivered.AddDays(later + more)).Status;
            Assert.True(first == WarrantyStatus.Covered || second == WarrantyStatus.Expired);
        });

    [Fact]
    public void A_longer_term_never_ends_sooner() =>
        Gen.Select(Gen.Int[0, 12_000], Gen.Int[0, 240], Gen.Int[0, 120]).Sample((start, months, more) =>
        {
            var delivered = Day("2000-01-01").AddDays(start);
            Assert.True(Decide(delivered, months: months).EndsOn <= Decide(delivered, months: months + more).EndsOn);
        });

    [Fact]
    public void Any_moment_of_the_day_counts_as_the_day() =>
        Gen.Int[0, 86_399].Sample(second => Assert.Equal(WarrantyStatus.Covered,
            Decide(Day("2025-05-05"), months: 12, now: Day("2026-05-05").AddSeconds(second)).Status));

    [Fact]
    public void An_absurd_term_is_not_known_instead_of_an_error() =>
        Assert.Equal(WarrantyStatus.Unknown, Decide(Day("2026-01-01"), months: int.MaxValue).Status);

    private static Warranty Decide(DateTimeOffset? delivered, int? months, WarrantyTerms? terms = null, DateTimeOffset? now = null, DateTimeOffset? placed = null)
    {
        var order = Order(delivered, placed, units: 1);
        return WarrantyRules.Decide(order, order.Items[0], Product(months), terms, now ?? Day("2026-01-15"));
    }

    private static Order Order(DateTimeOffset? delivered, DateTimeOffset? placed, int units) => new()
    {
        Id = "#W1",
        CustomerId = "c",
        Status = OrderStatus.Delivered,
        PlacedAt = placed,
        DeliveredAt = delivered,
        Items = [.. Enumerable.Repeat(new OrderItem { VariantId = "v", ProductId = "p", Name = "Lamp", Options = new Dictionary<string, string>(), Price = new Money(100) }, units)],
    };

    private static Product Product(int? months) => new() { Id = "p", Name = "Lamp", WarrantyMonths = months, Variants = [] };

    private static DateTimeOffset Day(string day) => new(DateOnly.Parse(day), TimeOnly.MinValue, TimeSpan.Zero);
}
