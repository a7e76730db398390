using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Conversations;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Failures;

namespace SupportAgents.Api.OpenAi;

/// <summary>The OpenAI-compatible routes, so that any chat client plugs in.</summary>
public static class ChatCompletionEndpoints
{
    private const string DefaultModel = "support-agents";
    private const int MaximumMessages = 2_000;

    /// <summary>True for routes whose errors have the OpenAI shape.</summary>
    public static bool Speaks(PathString path) => path.StartsWithSegments("/v1/chat") || path.StartsWithSegments("/v1/models");

    /// <summary>Maps <c>/v1/chat/completions</c> and <c>/v1/models</c>.</summary>
    public static void MapChatCompletions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("OpenAI-compatible").RequireAuthorization(Policies.Talk);
        foreach (var status in (int[])[400, 401, 403, 404, 409, 413, 415, 422, 429, 503])
            group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ChatError), ["application/json"]));
        group.MapPost("/chat/completions", Complete)
            .WithSummary("Answers the last user message, as a completion or as server-sent chunks")
            .WithDescription("The conversation continues by `metadata.conversation_id`, by `user`, or by the history in `messages`.");
        group.MapGet("/models", () => TypedResults.Ok(new ChatModels([new ChatModel(DefaultModel)]))).WithSummary("The models that can be asked for");
        group.MapGet("/models/{model}", Results<Ok<ChatModel>, NotFound> (string model) =>
            model == DefaultModel ? TypedResults.Ok(new ChatModel(model)) : TypedResults.NotFound()).WithSummary("One model");
    }

    private static async Task<Results<Ok<ChatCompletion>, ChatChunks>> Complete(
        CurrentPrincipal caller, ChatRequest body, [FromHeader(Name = MessageEndpoints.IdempotencyKey)] string? idempotencyKey,
        ChatConversations conversations, Turns turns, TextRules rules, TimeProvider time, CancellationToken cancellationToken)
    {
        var message = new CustomerMessage
        {
            MessageId = Identifiers.Optional(idempotencyKey, MessageEndpoints.IdempotencyKey) ?? Ids.NewMessage(),
            Text = rules.Require(LastUserText(body), "the last message"),
        };
        var conversation = await conversations.Find(caller, body, cancellationToken);
        var turn = await turns.Submit(caller.Who, conversation, message, cancellationToken);
        var answer = turns.Answer(caller.Who, conversation, turn, message.MessageId, cancellationToken);
        var head = new ChatCompletion
        {
            Id = "chatcmpl-" + message.MessageId,
            Kind = body.Stream is true ? "chat.completion.chunk" : "chat.completion",
            Created = time.GetUtcNow().ToUnixTimeSeconds(),
            Model = string.IsNullOrWhiteSpace(body.Model) ? DefaultModel : body.Model,
            Choices = [],
            Metadata = new Dictionary<string, string> { ["conversation_id"] = conversation, ["message_id"] = message.MessageId },
        };
        return body.Stream is true
            ? new ChatChunks(head, answer, body.StreamOptions?.IncludeUsage is true)
            : TypedResults.Ok(Whole(head, await answer));
    }

    private static ChatCompletion Whole(ChatCompletion head, Answer answer) => head with
    {
        Choices = [new ChatChoice { Message = new ChatDelta { Role = "assistant", Content = answer.Reply }, FinishReason = "stop" }],
        Usage = ChatUsage.Of(answer),
        Answer = answer,
    };

    private static string LastUserText(ChatRequest body)
    {
        if (body.Messages is null or [] || body.Messages.Count > MaximumMessages)
            throw new SupportException(FailureKind.Invalid, $"messages must have 1 to {MaximumMessages} messages.");
        foreach (var message in body.Messages)
            TextRules.RequireText((message ?? throw new SupportException(FailureKind.Invalid, "A message must be an object.")).Content);
        return body.Messages[^1] is { Role: "user" } last
            ? last.Text
            : throw new SupportException(FailureKind.Invalid, "The last message must have the role user.");
    }
}
