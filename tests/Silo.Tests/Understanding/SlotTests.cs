using System.Globalization;
using SupportAgents.Agents;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>The particulars of asks, in the many ways in which they are written.</summary>
public sealed class SlotTests(UnderstandingFixture understanding) : IClassFixture<UnderstandingFixture>
{
    [Theory]
    [InlineData("where is #W1234567", "#W1234567")]
    [InlineData("where is w1234567?", "#W1234567")]
    [InlineData("where is order 1234567", "#W1234567")]
    [InlineData("where is order number W1234567", "#W1234567")]
    [InlineData("where is '#w 1234567'", "#W1234567")]
    [InlineData("where is # W1234567", "#W1234567")]
    [InlineData("where is order no. 1234567 please", "#W1234567")]
    [InlineData("where is order W 123 4567", "#W1234567")]
    [InlineData("where is order 1 2 3 4 5 6 7", "#W1234567")]
    [InlineData("where's my order ending in 321", "#W7654321")]
    [InlineData("1234567", "#W1234567")]
    [InlineData("where is #W9999999", "#W9999999")]
    [InlineData("where is order 55501", "55501")]
    [InlineData("track #W1234567 and #W7654321", "#W1234567,#W7654321")]
    public async Task Order_ids_are_found_in_any_spelling(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', (await Read(text)).SelectMany(request => request.Slots.OrderIds ?? []).Distinct()));

    [Theory]
    [InlineData("my phone number is 5550102")]
    [InlineData("do you have 128gb tablets under 500 dollars")]
    [InlineData("my zip code is 94110")]
    [InlineData("order 2 kettles for me")]
    [InlineData("change my email to joe1234567@example.com")]
    public async Task Other_numbers_are_no_order_ids(string text) =>
        Assert.All(await Read(text), request => Assert.Null(request.Slots.OrderIds));

    [Theory]
    [InlineData("show me lamps under 50 bucks", null, 50.0)]
    [InlineData("lamps between 20 and 40", 20.0, 40.0)]
    [InlineData("lamps between $20 and $40", 20.0, 40.0)]
    [InlineData("do you have lamps for 20-40 dollars", 20.0, 40.0)]
    [InlineData("do you have lamps from 20 to 40 euros", 20.0, 40.0)]
    [InlineData("find a lamp for less than $1,250.50", null, 1250.50)]
    [InlineData("lamps, no more than 35 dollars", null, 35.0)]
    [InlineData("lamps for $35 max", null, 35.0)]
    [InlineData("lamps for 35 dollars or less", null, 35.0)]
    [InlineData("find me a lamp, my budget is 60€", null, 60.0)]
    [InlineData("lamps up to fifty dollars", null, 50.0)]
    [InlineData("show me lamps over 100 dollars", 100.0, null)]
    [InlineData("show me lamps for at least $100", 100.0, null)]
    [InlineData("lamps around $100 please", 80.0, 120.0)]
    [InlineData("show me lamps below £45", null, 45.0)]
    [InlineData("show me tablets under 11 inches", null, null)]
    public async Task Price_limits_are_found(string text, double? min, double? max)
    {
        var slots = (await Read(text))[0].Slots;

        Assert.Equal((min, max), ((double?)slots.MinPrice?.Amount, (double?)slots.MaxPrice?.Amount));
    }

    /// <summary>Seen from Wednesday, 17 June 2026.</summary>
    [Theory]
    [InlineData("what did i buy yesterday", "2026-06-16", "2026-06-16")]
    [InlineData("what did i buy last tuesday", "2026-06-16", "2026-06-16")]
    [InlineData("what did i buy on Wed", "2026-06-10", "2026-06-10")]
    [InlineData("what did i order 3 weeks ago", "2026-05-27", "2026-05-27")]
    [InlineData("what did i order a couple of weeks ago", "2026-06-03", "2026-06-03")]
    [InlineData("what did i order since March", "2026-03-01", "2026-06-17")]
    [InlineData("what did i order on Nov 3", "2025-11-03", "2025-11-03")]
    [InlineData("what did i order on the 3rd of november", "2025-11-03", "2025-11-03")]
    [InlineData("what did i order on 3 Nov 2024", "2024-11-03", "2024-11-03")]
    [InlineData("what did i order on November 3rd, 2024?", "2024-11-03", "2024-11-03")]
    [InlineData("what did i order on the 3rd", "2026-06-03", "2026-06-03")]
    [InlineData("what did i order on 4/25", "2026-04-25", "2026-04-25")]
    [InlineData("what did i order on 25/4/2025", "2025-04-25", "2025-04-25")]
    [InlineData("what did i order on 2026-05-01", "2026-05-01", "2026-05-01")]
    [InlineData("what did i order in May", "2026-05-01", "2026-05-31")]
    [InlineData("what did i order in dec", "2025-12-01", "2025-12-31")]
    [InlineData("what did i order in 2025", "2025-01-01", "2025-12-31")]
    [InlineData("what did i order last week", "2026-06-08", "2026-06-14")]
    [InlineData("what did i order this month", "2026-06-01", "2026-06-30")]
    [InlineData("what did i order in the last 30 days", "2026-05-18", "2026-06-17")]
    [InlineData("what did i order between January and march", "2026-01-01", "2026-03-31")]
    [InlineData("what did i order from Jan 5 to Jan 9", "2026-01-05", "2026-01-09")]
    [InlineData("will it be here by friday", "2026-06-19", "2026-06-19")]
    [InlineData("may i return the kettle", null, null)]
    public async Task Days_and_ranges_are_found(string text, string? from, string? to)
    {
        var slots = (await Read(text))[0].Slots;

        Assert.Equal((from, to), (Day(slots.From), Day(slots.To)));
    }

    [Theory]
    [InlineData("return the kettle", "p1")]
    [InlineData("return the electric kettel", "p1")]
    [InlineData("return my boots and the earbuds", "p2,p3")]
    [InlineData("return the ear buds", "p3")]
    [InlineData("is the smartwatch waterproof", "p4")]
    [InlineData("how much is the desk lamp?", "p5")]
    [InlineData("how do i watch my spending", "")]
    public async Task Products_are_found_by_their_names_and_parts_of_them(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', (await Read(text)).SelectMany(request => request.Slots.Products ?? []).Select(product => product.ProductId).Distinct()));

    [Theory]
    [InlineData("exchange the red kettle for a blue one", "color", "blue")]
    [InlineData("swap the boots for size 10", "size", "10")]
    [InlineData("do you have a grey chair", "color", "gray")]
    [InlineData("is the watch available in gold", "color", "gold")]
    [InlineData("do you have leather boots", "material", "leather")]
    public async Task Wanted_options_are_found(string text, string name, string value) =>
        Assert.Equal(value, (await Read(text))[0].Slots.Options?.GetValueOrDefault(name));

    [Theory]
    [InlineData("i want to buy two kettles", 2)]
    [InlineData("i want to buy 3 of them", 3)]
    [InlineData("buy 2x desk lamp", 2)]
    [InlineData("i want to buy a dozen desk lamps", 12)]
    public async Task Quantities_are_found(string text, int quantity) => Assert.Equal(quantity, (await Read(text))[0].Slots.Quantity);

    [Theory]
    [InlineData("change my email to Jo.Doe+shop@mail.example.co.uk.", "jo.doe+shop@mail.example.co.uk")]
    [InlineData("my new email is jo_doe@example.com, thanks", "jo_doe@example.com")]
    public async Task Emails_are_found(string text, string email) => Assert.Equal(email, (await Read(text))[0].Slots.Email);

    [Theory]
    [InlineData("i moved to 12 Oak St, Reno, NV 89501", "12 Oak St", "Reno", "NV", "89501")]
    [InlineData("update my address to 500 West 5th Avenue Apt 4B, Denver, CO 80204", "500 West 5th Avenue", "Denver", "CO", "80204")]
    public async Task Addresses_are_found_with_their_parts(string text, string line1, string city, string state, string postalCode)
    {
        var address = (await Read(text))[0].Slots.Address;

        Assert.Equal((line1, city, state, postalCode), (address?.Line1, address?.City, address?.State, address?.PostalCode));
    }

    [Theory]
    [InlineData("cancel my order because i found it cheaper", "i found it cheaper")]
    [InlineData("return the kettle, it's too small", "it's too small")]
    [InlineData("cancel order 1234567, I ordered it by mistake", "I ordered it by mistake")]
    public async Task Reasons_are_kept_in_the_customer_s_words(string text, string reason) => Assert.Equal(reason, (await Read(text))[0].Slots.Reason);

    [Theory]
    [InlineData("tell me more about the second one", "2")]
    [InlineData("return the 1st one and the third one", "1,3")]
    [InlineData("the last one", "-1")]
    [InlineData("i want to buy option two", "2")]
    [InlineData("number 3 please", "3")]
    public async Task Positions_in_a_list_are_found(string text, string positions) =>
        Assert.Equal(positions, string.Join(',', (await Read(text)).SelectMany(request => request.Slots.Ordinals ?? [])));

    [Theory]
    [InlineData("cancel it", true)]
    [InlineData("return that one", true)]
    [InlineData("i want the other one", true)]
    [InlineData("return the kettle", null)]
    public async Task Words_that_stand_for_something_said_before_are_marked(string text, bool? stands) =>
        Assert.Equal(stands, (await Read(text))[0].Slots.Anaphora);

    [Theory]
    [InlineData("return both", "both")]
    [InlineData("cancel my last order", "last")]
    [InlineData("where is my most recent order", "latest")]
    [InlineData("cancel all my orders", "all")]
    public async Task Orders_without_an_id_are_referred_to(string text, string reference) =>
        Assert.Equal(reference, (await Read(text))[0].Slots.OrderReference);

    private static string? Day(DateTimeOffset? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<UnderstoodRequest>> Read(string text) => understanding.Read(text, SlotShop.Context);
}
