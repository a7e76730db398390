using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Counts tokens and money of a silo, by model and by UTC day, and says when the day's budget is spent.</summary>
public sealed class ModelCosts : IDisposable
{
    /// <summary>The meter: <c>supportagents.model.calls</c>, <c>.tokens</c> and <c>.cost</c>, each tagged with the model.</summary>
    public const string MeterName = "SupportAgents.Models";

    private const decimal Million = 1_000_000;
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Lock _lock = new();
    private (DateOnly Day, decimal Cost, long Tokens) _today;

    /// <summary>Starts with nothing spent.</summary>
    public ModelCosts(ModelOptions options, TimeProvider time, IMeterFactory? meters = null)
    {
        (_options, _time) = (options, time);
        _meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        _calls = _meter.CreateCounter<long>("supportagents.model.calls", "{call}", "Model calls");
        _tokens = _meter.CreateCounter<long>("supportagents.model.tokens", "{token}", "Tokens read and written");
        _cost = _meter.CreateCounter<double>("supportagents.model.cost", options.Currency, "What the tokens cost by the price table");
    }

    /// <summary>What was spent today.</summary>
    public (decimal Cost, long Tokens) Today
    {
        get
        {
            lock (_lock)
                return _today.Day == Day ? (_today.Cost, _today.Tokens) : (0, 0);
        }
    }

    /// <summary>Refuses a call when the day's budget is spent.</summary>
    /// <exception cref="ModelException">It is.</exception>
    public void Require()
    {
        var (cost, tokens) = Today;
        if (cost >= _options.DailyBudget || tokens >= _options.DailyTokens)
            throw new ModelException(ModelFailure.OverBudget, "the day's budget for models is spent");
    }

    /// <summary>Notes a call that came to an end.</summary>
    public void Add(string modelId, UsageDetails? usage)
    {
        var (input, output) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        var cost = CostOf(modelId, input, output);
        var model = new KeyValuePair<string, object?>("gen_ai.request.model", modelId);
        _calls.Add(1, model);
        _tokens.Add(input, model, new("gen_ai.token.type", "input"));
        _tokens.Add(output, model, new("gen_ai.token.type", "output"));
        _cost.Add((double)cost, model);
        lock (_lock)
            _today = _today.Day == Day ? (Day, _today.Cost + cost, _today.Tokens + input + output) : (Day, cost, input + output);
    }

    /// <summary>The price of so many tokens; nothing for a model without a price.</summary>
    public decimal CostOf(string modelId, long input, long output) =>
        _options.Prices.TryGetValue(modelId, out var price) ? (input * price.Input + output * price.Output) / Million : 0;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private DateOnly Day => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
}
