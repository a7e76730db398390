using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>
/// What only a person may do to an account: sign-in trouble, name and e-mail, erasing it. What an erasure takes and
/// leaves is told before anybody is asked: it cannot be undone, so no "yes" in a talk carries it out.
/// </summary>
public sealed class AccountRequestSkill : ISkill
{
    private const string Person = "person";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ChangeProfile, Agents.Intents.DeleteMyData, Agents.Intents.AccountHelp];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Resuming is null)
            return SkillResult.Ask(context.Open("yes_no", await Question(context, cancellationToken), choices: [new Choice { Id = Person, Label = "Yes, ask a person" }]));
        return context.Message.Choice == Person || context.Request.Intent is Agents.Intents.Affirm or Agents.Intents.TalkToHuman
            ? SkillResult.HandOff(context.Say("handed_off"), $"The customer asks: {context.Ask.Ask.Trim()}")
            : SkillResult.Done(context.Say("left_as_it_is"));
    }

    private static async Task<string> Question(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Ask.Intent != Agents.Intents.DeleteMyData)
            return context.Say(context.Ask.Intent);
        var orders = (await context.Use("list_orders", new { }, cancellationToken)).Data as IReadOnlyList<Order> ?? [];
        var open = orders.Where(order => order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled)).Select(order => order.Id).ToList();
        return context.Say(context.Ask.Intent, new { orders = orders.Count, open });
    }
}
