using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>The customer's orders, newest first: all, or those of a status or a time that was asked for.</summary>
public sealed class ListOrdersSkill : ISkill
{
    private const int Shown = 10;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ListOrders];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        if (orders.Count == 0)
            return SkillResult.Done(context.Say("no_orders"));
        var kind = OrderKinds.Read(Token.Split(context.Ask.Ask));
        var asked = (kind is null ? OrderFinder.Narrow(orders, context.Ask) : orders.Where(order => kind.Statuses.Contains(order.Status))).ToList();
        if (asked.Count == 0)
            return SkillResult.Done(context.Say("orders_none", new { kind = kind!.Word, all = orders.Count }));
        var shown = asked.Take(Shown).ToList();
        var reply = context.Say("orders", new
        {
            count = asked.Count,
            more = asked.Count - shown.Count,
            kind = kind?.Word,
            orders = shown.Select(order => new
            {
                id = order.Id,
                status = OrderWords.Status(order.Status),
                placed = order.PlacedAt,
                items = OrderWords.Items(order),
                total = order.ItemsTotal,
            }),
        });
        return SkillResult.Done(reply) with { Focus = OrderQuestion.FocusOn(context, shown) };
    }
}
