using System.Diagnostics.Metrics;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Telemetry;

/// <summary>Counts what the logs of conversations say. Only what is stored is counted, and once.</summary>
internal static class ConversationMetrics
{
    private static readonly Counter<long> Messages = SupportTelemetry.Meter.CreateCounter<long>("supportagents.messages", "{message}", "Customer messages stored");
    private static readonly Counter<long> Turns = SupportTelemetry.Meter.CreateCounter<long>("supportagents.turns", "{turn}", "Turns that ended, by the answer's status and mode");
    private static readonly Histogram<double> TurnSeconds = SupportTelemetry.Seconds("supportagents.turn.duration", "From the start of a turn to its answer");
    private static readonly Counter<long> Requests = SupportTelemetry.Meter.CreateCounter<long>("supportagents.requests", "{request}", "Asks by agent and by what became of them");
    private static readonly Counter<long> Tokens = SupportTelemetry.Meter.CreateCounter<long>("supportagents.tokens", "{token}", "Model tokens of answered turns");
    private static readonly Counter<long> ModelCalls = SupportTelemetry.Meter.CreateCounter<long>("supportagents.turn.model_calls", "{call}", "Model calls of answered turns");
    private static readonly Counter<long> HandOffs = SupportTelemetry.Meter.CreateCounter<long>("supportagents.handoffs", "{handoff}", "Conversations handed to a person");
    private static readonly Histogram<double> Ratings = SupportTelemetry.Meter.CreateHistogram("supportagents.rating", "1", "Customers' ratings, 1 to 5",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 3, 4, 5] });

    /// <summary>Counts one stored entry.</summary>
    public static void Stored(ConversationEntry entry)
    {
        switch (entry)
        {
            case CustomerSaid:
                Messages.Add(1);
                break;
            case AgentSaid said:
                Answered(said.Answer);
                break;
            case TurnCancelled:
                Turns.Add(1, new("status", "cancelled"), new("mode", "none"));
                break;
            case HandedOff handedOff:
                // By a person: there is no package that an agent put together.
                HandOffs.Add(1, new KeyValuePair<string, object?>("by", handedOff.Package is null ? "customer" : "agent"));
                break;
            case Rated rated:
                Ratings.Record(rated.Rating);
                break;
        }
    }

    private static void Answered(Answer answer)
    {
        KeyValuePair<string, object?> status = new("status", Name(answer.Status)), mode = new("mode", Name(answer.Mode));
        Turns.Add(1, status, mode);
        TurnSeconds.Record(answer.Usage.ElapsedMs / 1000.0, status, mode);
        foreach (var line in answer.Requests)
            Requests.Add(1, new("agent", line.Agent), new("intent", line.Intent), new("status", Name(line.Status)));
        Tokens.Add(answer.Usage.InputTokens, new KeyValuePair<string, object?>("type", "input"));
        Tokens.Add(answer.Usage.OutputTokens, new KeyValuePair<string, object?>("type", "output"));
        ModelCalls.Add(answer.Usage.ModelCalls, mode);
    }

    private static string Name<TEnum>(TEnum value) where TEnum : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
