using System.Diagnostics;
using OpenTelemetry.Trace;

namespace SupportAgents.Shared.Telemetry;

/// <summary>Records what serves a request or a turn. What the cluster does by itself, such as reading its membership, begins no traces.</summary>
internal sealed class RequestSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters parameters) =>
        parameters.Kind is ActivityKind.Server ? _share.ShouldSample(parameters) : new SamplingResult(SamplingDecision.Drop);
}
