using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>The new address: written out, the account's, or that of another order.</summary>
/// <param name="ofAccount">True when the account's address is what changes.</param>
public sealed partial class AddressPart(bool ofAccount) : IFormPart
{
    private const string Prefix = "address:";
    private const string Account = "account";
    private const int Offered = 4;

    /// <inheritdoc/>
    public string Awaiting => "address";

    /// <summary>The text without another order that is named only for its address.</summary>
    public static string WithoutSource(string text) => Source().Replace(text, "");

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        if (Read(draft) is { } address)
            draft.Form = draft.Form with { Address = address, Street = null };
        else if (draft.Form.Address is null && AddressReader.ReadStreet(draft.Text) is { } street)
            draft.Form = draft.Form with { Street = street };
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft)
    {
        if (draft.Form.Address is not null)
            return null;
        var known = Known(draft).Take(Offered).ToList();
        var key = draft.Form.Street is null ? "which_address" : "address_rest";
        return new FormQuestion(draft.Context.Say(key, new { id = draft.Order?.Id, remark = draft.Remark, street = draft.Form.Street }),
            [.. known.Select(one => new Choice { Id = Prefix + one.Source, Label = one.Address.OneLine() })]);
    }

    private Address? Read(ChangeDraft draft)
    {
        if (draft.Chosen(Prefix) is { } chosen)
            return Known(draft).FirstOrDefault(one => one.Source == chosen).Address;
        if (AddressReader.Read(draft.Said, draft.Order?.Address ?? draft.Customer.Address) is { } written)
            return written;
        // "12 Elm Street" was said before, and now "Decatur, GA 30030".
        if (draft.Form.Street is { } street && draft.Text.Length > 0 && AddressReader.Read($"{street}, {draft.Text}", draft.Order?.Address ?? draft.Customer.Address) is { } joined)
            return joined;
        if (draft.Slots.Address is { City.Length: > 0, PostalCode.Length: > 0 } slot)
            return slot;
        if (Source().Match(draft.Said) is { Success: true } source)
        {
            var named = OrderFinder.ById(draft.Orders, new OrderHints(source.Value, new(), new(), null, _ => true)).Found;
            if (named is [var order, ..] && order.Address is { } same)
                return same;
        }
        var isReused = Reused().IsMatch(draft.Text) && draft.Customer.Address != draft.Order?.Address;
        return !ofAccount && (isReused || Home().IsMatch(draft.Said)) ? draft.Customer.Address : null;
    }

    private IEnumerable<(string Source, Address Address)> Known(ChangeDraft draft)
    {
        var now = ofAccount ? draft.Customer.Address : draft.Order?.Address;
        var known = draft.Orders.Where(order => order.Address is not null).Select(order => (Source: order.Id, Address: order.Address!)).ToList();
        if (!ofAccount && draft.Customer.Address is { } home)
            known.Insert(0, (Account, home));
        return known.Where(one => one.Address != now).DistinctBy(one => one.Address);
    }

    [GeneratedRegex(@"\b(same( address)?( as| that)?( used)?( in| for| of| on)?|(to|use|with) the address (of|from|in|on|for)|one (in|from|on|of)|as in|as for|used (in|for|on))( my| the)?( other)?( order)?s?:? #?\s?[A-Za-z]{0,3}-?\d{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    /// <summary>"Use it for this order as well": the address of the account, which was just changed.</summary>
    [GeneratedRegex(@"\buse (it|that|this|the same|the new)\b|\b(that|the same|the new|my new) (one|address)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reused();

    [GeneratedRegex(@"\b(home|default|profile|account|usual|regular|main|primary|current|billing|registered)('s)?( \w+)? address\b|\baddress (in|on|of|from) (my|the) (profile|account|file)\b|\bmy own address\b|\baddress on file\b|\bmy default\b", RegexOptions.IgnoreCase)]
    private static partial Regex Home();
}
