using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Supervisor;

/// <summary>What somebody may ask whom no account is known of: about products and the shop, not about an account.</summary>
public static class VisitorRules
{
    /// <summary>The reason of an ask that waits for a sign-in; the page offers one by it.</summary>
    public const string SignInRequired = "sign_in_required";

    private const string Reply =
        "To look at orders or an account I need to know who you are. Please sign in, or let me send a one-time code to the e-mail address of your account. Then ask me again.";

    /// <summary>True for agents that can do nothing without an account.</summary>
    public static bool NeedsAccount(string agent) => agent is AgentNames.Orders or AgentNames.Personalization;

    /// <summary>The report of such an agent for a visitor.</summary>
    public static AgentReport Refuse(RoutedPart part, DialogueState dialogue) => new()
    {
        Agent = part.Agent,
        Reply = Reply,
        Requests = [.. part.Requests.Select(request => new RequestLine { Ask = request.Ask, Agent = part.Agent, Intent = request.Intent, Status = RequestStatus.Declined, Reason = SignInRequired })],
        Dialogue = dialogue with { OpenAsks = [.. dialogue.OpenAsks.Where(ask => ask.Agent == part.Agent)] },
    };
}
