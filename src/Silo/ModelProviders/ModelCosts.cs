using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Counts tokens and money of a silo, by model and by UTC day, and says when the day's budget is spent.</summary>
public sealed class ModelCosts : IDisposable
{
    /// <summary>The meter: <c>supportagents.model.calls</c>, <c>.tokens</c> and <c>.cost</c>, each tagged with the model.</summary>
    public const string MeterName = "SupportAgents.Models";

    private const string CacheWrites = "CacheCreationInputTokens";
    private const decimal Million = 1_000_000;
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Lock _lock = new();
    private (DateOnly Day, Usage Used) _today = (DateOnly.MinValue, new Usage());

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
    public Usage Today
    {
        get
        {
            lock (_lock)
                return _today.Day == Day ? _today.Used : new Usage();
        }
    }

    /// <summary>Refuses a call when the day's budget is spent.</summary>
    /// <exception cref="ModelException">It is.</exception>
    public void Require()
    {
        if (_options.DayBudget.IsSpent(Today))
            throw new ModelException(ModelFailure.OverBudget, "the day's budget for models is spent");
    }

    /// <summary>Notes a call that came to an end.</summary>
    public void Add(string modelId, Usage used)
    {
        var model = new KeyValuePair<string, object?>("gen_ai.request.model", modelId);
        _calls.Add(1, model);
        _tokens.Add(used.InputTokens, model, new("gen_ai.token.type", "input"));
        _tokens.Add(used.OutputTokens, model, new("gen_ai.token.type", "output"));
        _cost.Add((double)used.Cost, model);
        lock (_lock)
            _today = (Day, (_today.Day == Day ? _today.Used : new Usage()) + ModelUsage.OneCall + used);
    }

    /// <summary>The price of an answer; nothing for a model without a price.</summary>
    public decimal CostOf(string modelId, UsageDetails used)
    {
        if (_options.Prices.Find(one => one.Model == modelId) is not { } price)
            return 0;
        var (read, written) = (used.CachedInputTokenCount ?? 0, used.AdditionalCounts?.GetValueOrDefault(CacheWrites) ?? 0);
        var plain = (used.InputTokenCount ?? 0) - read - written;
        return (plain * price.Input + read * (price.CacheRead ?? price.Input / 10) + written * (price.CacheWrite ?? price.Input * 1.25m) + (used.OutputTokenCount ?? 0) * price.Output) / Million;
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private DateOnly Day => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
}
