using System.Diagnostics;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>Every span that ends in this process while it lives.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Microsoft.Orleans.Application" or "SupportAgents" or "SupportAgents.Models" or "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (_spans)
                    _spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Those of one trace.</summary>
    public IReadOnlyList<Activity> Of(string traceId)
    {
        lock (_spans)
            return _spans.FindAll(span => span.TraceId.ToHexString() == traceId);
    }

    public void Dispose() => _listener.Dispose();
}
