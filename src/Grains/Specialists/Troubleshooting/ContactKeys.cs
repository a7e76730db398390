using System.Text.RegularExpressions;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Which of the shop's contacts is asked for.</summary>
internal static partial class ContactKeys
{
    /// <summary>The key of the words; null when the question is after something that the shop's contacts do not tell, as a place to visit.</summary>
    public static string? Of(string question, ShopContact contact)
    {
        var (mail, phone, hours) = (Mail().IsMatch(question), Phone().IsMatch(question), Hours().IsMatch(question));
        return mail && !phone && !hours && contact.Email is not null ? "contact_email"
            : phone && !mail && contact.Phone is not null ? "contact_phone"
            : hours && !mail && !phone && contact.Hours is not null ? "contact_hours"
            : mail || phone || hours || Reach().IsMatch(question) ? "contact"
            : null;
    }

    /// <summary>The same where nothing but the words tells that a contact is asked for.</summary>
    public static string? OfPlain(string question, ShopContact contact) => Plain().IsMatch(question) ? Of(question, contact) : null;

    [GeneratedRegex(@"\b(phone|call|reach|e-?mail|contact|talk to|speak to|write to) you\b|\byour (phone|telephone|e-?mail|opening|office|hours)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\be-?mails?\b|\bmail address\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(phone|telephone|call|ring|hotline|number)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(hours?|open|opening|when|until|weekends?|saturdays?|sundays?|times?)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(contact|reach|get (in touch|hold)|talk|speak|write|chat|support|customer (service|care)|help ?desk|address|person|human|someone|somebody|staff|team)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reach();
}
