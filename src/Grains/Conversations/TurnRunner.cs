using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Telemetry;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Conversations;

/// <summary>Runs one turn to its end: every turn gets an answer, if only to say that it failed.</summary>
public sealed partial class TurnRunner(IGrainFactory grains, IOptions<ConversationOptions> options, TimeProvider time, ILogger<TurnRunner> logger)
{
    /// <summary>Runs the turn and appends what it did, the answer last, in one write.</summary>
    public async Task Run(ConversationLog log, CustomerSaid said, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var state = log.State;
        var entries = new List<(ConversationEntry Entry, long? Shown)>();
        AgentSaid? answer = null;
        if (state.Status is ConversationStatus.Open)
        {
            for (var attempt = 1; answer is null && attempt <= options.Value.TurnAttempts; attempt++)
            {
                entries.Clear();
                answer = await Attempt(log, said, entries, attempt, cancellationToken);
            }
        }
        else
        {
            answer = Silent(state, said);
        }
        answer ??= Failed(state, said);
        var elapsed = (long)time.GetElapsedTime(started).TotalMilliseconds;
        answer = answer with { Answer = answer.Answer with { Usage = answer.Answer.Usage with { ElapsedMs = elapsed } } };
        using var storing = Stage.Begin("store");
        if (log.State.OpenTurns.Any(turn => turn.TurnId == said.TurnId))
            await log.Append(said.TurnId, [.. entries, (answer, null)], cancellationToken);
    }

    private async Task<AgentSaid?> Attempt(ConversationLog log, CustomerSaid said, List<(ConversationEntry, long?)> entries, int attempt, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.TurnTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var supervisor = grains.GetGrain<ISupervisorGrain>(log.State.Id);
            await foreach (var entry in supervisor.Handle(TaskOf(log.State, said, attempt >= options.Value.TurnAttempts), both.Token).WithCancellation(both.Token))
            {
                if (entry is AgentSaid answer)
                    return answer;
                var number = log.ShowNow(said.TurnId, entry);
                if (!entry.IsEphemeral)
                    entries.Add((entry, number));
            }
            AttemptFailed(null, said.TurnId, attempt);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            AttemptFailed(e, said.TurnId, attempt);
            if (timeout.IsCancellationRequested)
                return Failed(log.State, said);
        }
        return null;
    }

    private static SupervisorTask TaskOf(ConversationState state, CustomerSaid said, bool isLastAttempt) => new()
    {
        ConversationId = state.Id,
        TurnId = said.TurnId,
        Who = said.OnBehalfBy is { } staff ? Principal.Staff(staff, state.CustomerId) : Principal.Owner(state.CustomerId),
        Message = said.Message,
        Dialogue = state.Dialogue,
        Recent = [.. state.Recent.Where(item => item.Id != said.TurnId)],
        Summary = state.Summary,
        Spent = state.Spent,
        IsLastAttempt = isLastAttempt,
    };

    private static AgentSaid Failed(ConversationState state, CustomerSaid said) => Answered(state, said, AnswerStatus.Failed,
        "I am sorry, I could not finish this just now. Nothing was changed. Please send it again in a moment, or ask me for a person.");

    /// <summary>While a person owns the conversation the agents say nothing.</summary>
    private static AgentSaid Silent(ConversationState state, CustomerSaid said) => Answered(state, said, AnswerStatus.HandedOff, "");

    private static AgentSaid Answered(ConversationState state, CustomerSaid said, AnswerStatus status, string reply) => new()
    {
        TurnId = said.TurnId,
        Answer = new Answer { ConversationId = state.Id, MessageId = said.Message.MessageId, Status = status, Reply = reply },
        Dialogue = state.Dialogue,
    };

    [LoggerMessage(LogLevel.Warning, "Turn {TurnId}: attempt {Attempt} ended without an answer")]
    private partial void AttemptFailed(Exception? exception, string turnId, int attempt);
}
