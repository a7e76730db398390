using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Something is wrong with an order: damaged, missing, wrong, late. Says what can be done about it as the order stands.</summary>
public sealed class OrderProblemSkill(IPolicyStore policies) : ISkill
{
    private static readonly (string Problem, string[] Words)[] s_problems =
    [
        ("wrong", ["wrong", "incorrect", "different", "mistaken"]),
        ("missing", ["missing", "incomplete", "lack", "absent"]),
        ("late", ["late", "delayed", "overdue", "arrived", "arrive", "received", "waiting", "lost", "stuck"]),
        ("damaged", ["damaged", "broken", "defective", "cracked", "faulty", "scratched", "dented", "torn", "leaking", "work", "working"]),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.OrderProblem, Agents.Intents.Complaint];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var problem = ProblemOf(context.Ask.Ask);
        var search = OrderQuestion.Search(context, orders, order => problem == "late" == order.Status is OrderStatus.Pending or OrderStatus.Processed or OrderStatus.Shipped);
        if (search.Found.Count == 0)
            return OrderQuestion.NotFound(context, search, orders.Count);
        var order = search.Found[0];
        if (problem == "late" && order.Status == OrderStatus.Delivered && context.Ask.Ask.Contains("arrived", StringComparison.OrdinalIgnoreCase))
            problem = ProblemOf(context.Ask.Ask.Replace("arrived", "", StringComparison.OrdinalIgnoreCase));
        var rules = await policies.Current(cancellationToken);
        var reply = context.Say("problem", new
        {
            id = order.Id,
            status = OrderWords.Status(order.Status),
            sorry = context.Say($"sorry_{problem}"),
            items = OrderWords.Items(order),
            possible = NextSteps.Possible(context, order, rules),
            numbers = order.TrackingIds.ToList(),
        });
        var focus = OrderQuestion.FocusOn(context, [order], context.Ask.Ask);
        var open = NextSteps.Offer(context, order, rules, reply);
        return SkillResult.Ask(open) with { Focus = focus };
    }

    private static string ProblemOf(string text)
    {
        var words = Token.Split(text);
        return s_problems.FirstOrDefault(one => one.Words.Any(words.Contains)).Problem ?? "other";
    }
}
