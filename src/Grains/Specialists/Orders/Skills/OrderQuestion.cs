using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Finding the order that an ask is about, and asking which where that is not clear.</summary>
public static class OrderQuestion
{
    /// <summary>What such a question waits for.</summary>
    public const string Awaited = "order";
    private const int Offered = 10;

    /// <summary>Looks through the ask and, when it was asked back, through the answer.</summary>
    public static OrderSearch Search(SkillContext context, IReadOnlyList<Order> orders, Func<Order, bool> suits)
    {
        var search = OrderFinder.Find(orders, Hints(context, context.Request, suits));
        // "The delivered one" answers a question; what was asked at first may hold the rest.
        if (search.Found.Count == 0 && search.Unknown is null && context.Resuming is not null && !search.IsNamed)
            search = OrderFinder.Find(orders, Hints(context, context.Ask, suits));
        return search;
    }

    /// <summary>The result when no order was found: there is none, it is not the customer's, or it is not clear which.</summary>
    public static SkillResult NotFound(SkillContext context, OrderSearch search, int orders)
    {
        if (search.Unknown is { } id)
            return SkillResult.Declined(context.Say("order_not_found", new { id }), $"order {id} not found");
        if (orders == 0)
            return SkillResult.Done(context.Say("no_orders"));
        var offered = search.Candidates.Take(Offered).ToList();
        var question = Question(context, search.Absent, offered, search.Candidates.Count);
        return SkillResult.Ask(context.Open(Awaited, question, choices: [.. offered.Select(OrderWords.Choice)])) with { Focus = FocusOn(context, offered) };
    }

    /// <summary>Asks which order is meant; says so when something that was named is in none.</summary>
    public static string Question(SkillContext context, string? absent, IReadOnlyList<Order> offered, int of) =>
        context.Say(absent is null ? "which_order" : "order_absent", new { item = absent, more = of - offered.Count, orders = offered.Select(order => OrderWords.Choice(order).Label) });

    /// <summary>One order is spoken of from now on, or a list was shown.</summary>
    public static Focus FocusOn(SkillContext context, IReadOnlyList<Order> orders) => orders is [var one]
        ? context.Focus with { OrderId = one.Id }
        : context.Focus with { OrderId = null, Listed = [.. orders.Select(order => order.Id)], ListedKind = "order" };

    /// <summary>As above; where the words name one thing of the order, that thing is spoken of too.</summary>
    public static Focus FocusOn(SkillContext context, IReadOnlyList<Order> orders, string text)
    {
        var focus = FocusOn(context, orders);
        if (orders is not [var order] || ItemReader.Products(Token.Split(text), order).SelectMany(mention => mention.ProductIds).Distinct().ToList() is not [var product])
            return focus;
        return focus with { ProductId = product, VariantId = order.Items.First(item => item.ProductId == product).VariantId };
    }

    private static OrderHints Hints(SkillContext context, UnderstoodRequest said, Func<Order, bool> suits) =>
        new(said.Ask, said.Slots, context.Focus, context.Message.Choice, suits);
}
