using SupportAgents.Agents;

namespace SupportAgents.Grains.Reasoning;

/// <summary>
/// Something that the built-in reasoner can do for its specialist, without a model. Skills call the same tools as a
/// model does, under the same guards, and say the result through <see cref="Replies"/>.
/// </summary>
public interface ISkill
{
    /// <summary>The intents that it serves, of <see cref="Agents.Intents"/>.</summary>
    IReadOnlyCollection<string> Intents { get; }

    /// <summary>True when it may propose a change: such asks are settled one after the other, never two at once.</summary>
    bool Proposes => false;

    /// <summary>True when nothing else can be changed of the thing afterwards: of several asks such a one comes last.</summary>
    bool IsFinal => false;

    /// <summary>
    /// Puts a message's asks of this skill into the shape that it serves: what is one change said in two clauses becomes
    /// one ask, what names two orders becomes two. Every ask stays as it is by default.
    /// </summary>
    IReadOnlyList<UnderstoodRequest> Arrange(IReadOnlyList<UnderstoodRequest> asks) => asks;

    /// <summary>True when the ask that follows <paramref name="ask"/> in a message only says more about it.</summary>
    bool Continues(UnderstoodRequest ask, UnderstoodRequest next) => false;

    /// <summary>True when an ask that came with the answer to an open question is a part of that answer.</summary>
    bool Absorbs(OpenAsk open, UnderstoodRequest other) => false;

    /// <summary>
    /// Serves one ask, or goes on with it when <see cref="SkillContext.Resuming"/> is set. A tool's refusal is a
    /// result to tell the customer; an exception means that the ask failed and is reported as a gap.
    /// </summary>
    Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken);
}
