using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Checks;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// The one loop of every specialist: the model speaks or calls tools, the tools answer, until it only speaks. It is bounded
/// by <see cref="AgentModelOptions"/>: steps, calls of a step, sizes of arguments, results and reply, and by the time of
/// its caller. Text goes out through <see cref="ReplyGate"/>.
/// </summary>
public sealed class ToolLoop(IChatClient model, Toolbox toolbox, ToolCalls calls, IOptions<AgentModelOptions> options)
{
    private const string NextParagraph = "\n\n";

    /// <summary>Yields tokens and tool calls; afterwards the session has the reply.</summary>
    /// <exception cref="ModelException">The model failed, or came to no answer that may be sent.</exception>
    public async IAsyncEnumerable<ConversationEntry> Run(ToolSession session, List<ChatMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var secrets = ModelTools.SecretsOf(session.Brief, toolbox).With(session.Task.Who.CustomerId is { } id && ModelTools.IsTelling(id) ? [id] : []);
        var gate = new ReplyGate(new SentenceCheck(session.Evidence, secrets), secrets, options.Value.MaxReplyCharacters);
        var settings = new ChatOptions { Tools = [.. ModelTools.Declare(toolbox, session.Brief)] };
        var corrections = 0;
        for (var step = 1; step <= options.Value.MaxSteps; step++)
        {
            settings.ToolMode = step < options.Value.MaxSteps ? ChatToolMode.Auto : ChatToolMode.None;
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in Call(session, messages, settings, cancellationToken))
            {
                updates.Add(update);
                foreach (var text in update.Contents.OfType<TextContent>())
                    if (Token(session, gate.Push(text.Text)) is { } token)
                        yield return token;
                if (gate.IsFull)
                    break;
            }
            var message = ReadMessage(session, updates);
            messages.AddRange(message);
            var wanted = message.SelectMany(one => one.Contents).OfType<FunctionCallContent>().ToList();
            if (updates.Exists(update => update.FinishReason == ChatFinishReason.Length) && Token(session, gate.Drop()) is { } broken)
                yield return broken;
            if (Token(session, gate.Flush(wanted.Count > 0 ? NextParagraph : "")) is { } last)
                yield return last;
            if (wanted.Count > 0 && !gate.IsFull)
            {
                var results = await calls.Run(session, wanted, cancellationToken);
                foreach (var (entry, _) in results)
                    yield return entry;
                messages.Add(new ChatMessage(ChatRole.Tool, [.. results.Select(result => result.Result)]));
                continue;
            }
            if (corrections++ < options.Value.Corrections && step < options.Value.MaxSteps && Correction(gate) is { } correction)
            {
                messages.Add(correction);
                if (Token(session, gate.Flush(NextParagraph)) is { } gap)
                    yield return gap;
                continue;
            }
            session.Reply = gate.Reply;
            if (session.Reply.Length == 0)
                throw new ModelException(ModelFailure.NoAnswer, "the model said nothing that may be sent");
            yield break;
        }
        throw new ModelException(ModelFailure.NoAnswer, "the model came to no end within its steps");
    }

    private async IAsyncEnumerable<ChatResponseUpdate> Call(ToolSession session, List<ChatMessage> messages, ChatOptions settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Value.IsSpent(session.Task.SpentInTurn + session.Usage, session.Task.Spent))
            throw new ModelException(ModelFailure.OverBudget, "the budget of this turn or conversation is spent");
        session.Count(ModelUsage.OneCall);
        if (options.Value.Stream)
        {
            await foreach (var update in model.GetStreamingResponseAsync(messages, settings, cancellationToken))
                yield return update;
            yield break;
        }
        foreach (var update in (await model.GetResponseAsync(messages, settings, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    private static IList<ChatMessage> ReadMessage(ToolSession session, List<ChatResponseUpdate> updates)
    {
        session.Count(ModelUsage.Of(updates));
        var response = updates.ToChatResponse();
        foreach (var message in response.Messages)
            message.Contents = [.. message.Contents.Where(content => content is not UsageContent and not TextContent { Text.Length: 0 })];
        return [.. response.Messages.Where(message => message.Contents.Count > 0)];
    }

    /// <summary>What did not hold, told to the model once; null when nothing of it can be set right.</summary>
    private static ChatMessage? Correction(ReplyGate gate)
    {
        var refused = gate.TakeRefused();
        var correctable = refused.Where(one => one.Fault.IsCorrectable).ToList();
        if (correctable.Count == 0 && (refused.Count == 0 || gate.Reply.Length > 0))
            return null;
        var lines = refused.Select(one => $"- {one.Sentence} ({Reason(one.Fault)})");
        return new ChatMessage(ChatRole.User, $"<check>\nThese sentences were not sent:\n{string.Join('\n', lines)}\nEverything else was sent. Look the facts up with the tools where that helps. Then write only what takes the place of these sentences, from what the tools told; nothing of it may promise work or claim what was not done.\n</check>");
    }

    private static string Reason(SentenceFault fault) => fault.Kind switch
    {
        FaultKind.Untraced => $"no tool told {fault.What}",
        FaultKind.NotDone => "it was not done",
        FaultKind.Promise => "no tool does that",
        _ => "it is internal",
    };

    private static TokenProduced? Token(ToolSession session, string text) =>
        text.Length == 0 ? null : new TokenProduced { Agent = session.Agent.Name, Text = text };
}
