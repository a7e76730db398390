using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Reasoning;

/// <summary>Serves each ask with the specialist's skill for it, in order; needs no model.</summary>
public sealed partial class BuiltInReasoner(Toolbox toolbox, TimeProvider time, ILogger<BuiltInReasoner> logger) : IReasoner
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationEntry> Run(AgentDefinition agent, AgentTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var part = new AgentPart(agent, task);
        while (part.Next() is { } step)
        {
            var context = new SkillContext(agent.Name, task, step.Request, step.Resuming, part.Dialogue, toolbox, agent.Replies, time, step.Share);
            var result = await RunSkill(step.Skill, context, agent, cancellationToken);
            foreach (var call in context.Calls)
                yield return call;
            part.Finish(step, result, context.Said);
        }
        yield return new AgentReported { Report = part.Report() };
    }

    private async Task<SkillResult> RunSkill(ISkill skill, SkillContext context, AgentDefinition agent, CancellationToken cancellationToken)
    {
        if (IsDropped(context))
            return SkillResult.Done(context.Say("dropped", new { ask = context.Ask.Ask.Trim() }));
        if (context is { Resuming: { } asked, Request.Intent: Intents.AskBack })
            return SkillResult.Ask(context.Reopen(asked));
        try
        {
            return await skill.Run(context, cancellationToken);
        }
        catch (Exception e) when (!TransientFailures.Is(e) && (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            SkillFailed(e, agent.Name, context.Ask.Intent);
            return SkillFailure.Of(context.Ask);
        }
    }

    /// <summary>"Never mind" ends an open question the same way everywhere; only a proposal must be declined by its skill.</summary>
    private static bool IsDropped(SkillContext context) =>
        context.Resuming is { Proposal: null } && context.Message.Choice is null && context.Request.Intent == Intents.NeverMind;

    [LoggerMessage(LogLevel.Error, "The skill of {Agent} for {Intent} failed")]
    private partial void SkillFailed(Exception exception, string agent, string intent);
}
