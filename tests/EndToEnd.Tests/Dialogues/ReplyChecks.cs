using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>What holds for every reply to a customer, whatever the talk: no holes, no inner names, nobody else's facts.</summary>
internal sealed partial class ReplyChecks(RetailShop shop, string customerId)
{
    private readonly HashSet<string> _orders = [.. shop.Orders.Values.Where(order => order.CustomerId == customerId).Select(order => order.Id)];
    private readonly HashSet<string> _internal = [.. shop.Products.Keys, .. shop.Products.Values.SelectMany(product => product.Variants).Select(variant => variant.Id)];
    private readonly KnownAmounts _amounts = new(shop, customerId);
    private readonly RecommendedProducts _recommended = new(shop, customerId);

    /// <summary>Takes note of the customer's own words: a reply may say them back.</summary>
    public void Hear(string text)
    {
        _orders.UnionWith(OrderId().Matches(text).Select(found => found.Value.ToUpperInvariant()));
        _amounts.Hear(text);
    }

    public IEnumerable<string> Faults(Answer answer)
    {
        foreach (var text in answer.Choices.Select(choice => choice.Label).Append(answer.Reply))
        {
            // What the customer said is said back as it was.
            foreach (Match hole in Hole().Matches(Quoted().Replace(text, "“said”")))
                yield return $"a hole in the words: “{hole.Value}”";
            foreach (Match found in InnerName().Matches(text))
                yield return $"an inner name: {found.Value}";
            foreach (var id in Word().Matches(text).Select(word => word.Value).Where(_internal.Contains))
                yield return $"an inner id: {id}";
            foreach (var found in OrderId().Matches(text).Select(id => id.Value.ToUpperInvariant()).Where(id => !_orders.Contains(id)))
                yield return $"somebody else's order: {found}";
            foreach (Match found in MachineDate().Matches(text))
                yield return $"a date for machines: {found.Value}";
            // A page says its amounts as the shop wrote them.
            foreach (var found in OddMoney().Matches(text).Where(_ => answer.Citations.Count == 0))
                yield return $"an amount that reads oddly: {found.Value}";
        }
        if (answer.Citations.Count == 0)
        {
            foreach (var amount in _amounts.Unknown(answer))
                yield return $"an amount from nowhere: {amount}";
        }
        foreach (var fault in _recommended.Faults(answer))
            yield return fault;
        // While a person has the conversation, the agents keep silent.
        if (answer is { Status: AnswerStatus.HandedOff, Requests.Count: 0 })
            yield break;
        if (answer.Reply.Length == 0)
            yield return "the reply is empty";
        if (answer.Status == AnswerStatus.AwaitingConfirmation != (answer.Proposal is not null))
            yield return $"the status {answer.Status} does not fit the proposal";
        if (answer.Status is AnswerStatus.NeedsInput or AnswerStatus.AwaitingConfirmation && !answer.Reply.Contains('?', StringComparison.Ordinal))
            yield return "the reply waits for the customer but asks nothing";
        if (answer.Requests.Count == 0)
            yield return "no ask is accounted for";
    }

    [GeneratedRegex(@"\{\{|\}\}|\bnull\b|\bundefined\b|System\.|\(\s*\)|“\s*”|\*\*\s*\*\*|(?<=\w) [.,!?](\s|$)|,\s*[,.]|\.\s*,|(?<!\.)\.\.(?!\.)|^\s*[-*]\s*$|^- .*\w- \w|: *\.|  \w", RegexOptions.Multiline)]
    private static partial Regex Hole();

    [GeneratedRegex(@"“[^”]{2,}”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[a-z]+(_[a-z0-9]+)+\b")]
    private static partial Regex InnerName();

    [GeneratedRegex(@"\b[a-z0-9]+(-[a-z0-9]+)+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"#N\d+", RegexOptions.IgnoreCase)]
    private static partial Regex OrderId();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d\d?/\d\d?/\d{4}\b")]
    private static partial Regex MachineDate();

    [GeneratedRegex(@"\$-?\d{4,}|\$\d+(?![\d,]*\.\d\d(?!\d))[\d,.]*|\d+ ?USD")]
    private static partial Regex OddMoney();
}
