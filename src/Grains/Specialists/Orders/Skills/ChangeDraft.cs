using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>A change of an order while it is being put together in one turn.</summary>
public sealed class ChangeDraft(SkillContext context, OrderForm form, IReadOnlyList<Order> orders, Customer customer, IReadOnlyDictionary<string, Product> products, ShopPolicies rules)
{
    /// <summary>What was gathered; every part replaces it with more.</summary>
    public OrderForm Form { get; set; } = form;

    /// <summary>The form as the turn began.</summary>
    public OrderForm Before { get; } = form;

    public SkillContext Context { get; } = context;
    public IReadOnlyList<Order> Orders { get; } = orders;
    public Customer Customer { get; } = customer;
    public IReadOnlyDictionary<string, Product> Products { get; } = products;
    public ShopPolicies Rules { get; } = rules;

    /// <summary>The order, once it is clear which.</summary>
    public Order? Order => Form.OrderId is { } id ? Orders.FirstOrDefault(order => order.Id == id) : null;

    /// <summary>The choice that was picked, by its id or by "the second one".</summary>
    public string? Picked { get; } = ChoiceReader.Read(context);

    /// <summary>The newest message's words for this ask; empty when they only picked a choice.</summary>
    public string Text => Picked is null || Context.Resuming is null ? Context.Request.Ask : "";

    /// <summary>The words with the explanations beside them, for facts that stand in a sentence of their own.</summary>
    public string Said => Text.Length == 0 ? "" : Context.Share;

    /// <summary>As <see cref="Text"/>, as words that compare.</summary>
    public List<string> Words => Token.Split(Text);

    /// <summary>The slots of the newest message.</summary>
    public Slots Slots => Context.Slots;

    /// <summary>The choice that was picked in this turn, without its prefix; null when it is not one of them.</summary>
    public string? Chosen(string prefix) =>
        Picked?.StartsWith(prefix, StringComparison.Ordinal) == true ? Picked[prefix.Length..] : null;

    /// <summary>What the newest message was understood as.</summary>
    public string Request => Context.Request.Intent;

    /// <summary>True when the message answers a question for this.</summary>
    public bool Awaits(string awaiting) => Context.Resuming?.Awaiting == awaiting;

    /// <summary>The finder over the order's items.</summary>
    public ItemFinder Items => new(Order!, Products);

    /// <summary>Why nothing was found, to be told with the next question.</summary>
    public string? Remark { get; set; }

    /// <summary>The orders to ask about, while it is not clear which is meant.</summary>
    public IReadOnlyList<Order> Candidates { get; set; } = orders;

    /// <summary>The payment methods that the words can mean, when they can mean several.</summary>
    public IReadOnlyList<PaymentMethod> Methods { get; set; } = [];

    /// <summary>Further orders that the same is wanted for: "cancel both".</summary>
    public IReadOnlyList<Order> Others { get; set; } = [];

    /// <summary>Something that was named and is in none of the customer's orders.</summary>
    public string? AbsentItem { get; set; }

    /// <summary>An order id that is none of the customer's.</summary>
    public string? UnknownOrder { get; set; }
}
