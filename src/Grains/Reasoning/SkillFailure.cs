using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning;

/// <summary>The words for an ask that failed: the gap is named, the rest of the answer stands.</summary>
public static class SkillFailure
{
    /// <summary>A failed result that names the ask.</summary>
    public static SkillResult Of(UnderstoodRequest request) => new()
    {
        Reply = $"I could not get to this part just now: “{request.Ask.Trim()}”. Nothing was changed. Please try again in a moment, or ask me for a person.",
        Status = RequestStatus.Failed,
        Reason = "the service behind it did not answer",
    };
}
