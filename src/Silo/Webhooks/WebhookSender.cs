using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Silo.Data.Webhooks;

namespace SupportAgents.Silo.Webhooks;

/// <summary>
/// Sends what is due. Every silo runs one; the database gives each delivery to one of them at a time. At least once: a
/// silo that dies after the endpoint answered and before that is written sends the event again.
/// </summary>
internal sealed partial class WebhookSender(WebhookStore store, IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> logger) : BackgroundService
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "webhooks";

    private const int Batch = 20;
    private const int LongestError = 300;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Endpoints.Count == 0)
            return;
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                while (await SendDue(stoppingToken) == Batch)
                {
                }
                await store.Forget(time.GetUtcNow().AddDays(-options.Value.KeepDays), stoppingToken);
            }
            catch (SupportException failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Sends one batch; returns how many were due.</summary>
    public async Task<int> SendDue(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Whoever claims them has time to send all and to write so.
        var due = await store.Claim(now, now + (options.Value.Timeout * 2) + TimeSpan.FromSeconds(10), Batch, cancellationToken);
        await Task.WhenAll(due.Select(one => Deliver(one, cancellationToken)));
        return due.Count;
    }

    private async Task Deliver(OutboxRow delivery, CancellationToken cancellationToken)
    {
        var error = await Attempt(delivery, cancellationToken);
        var now = time.GetUtcNow();
        var isOver = error is not null && delivery.Attempts >= options.Value.MaxAttempts;
        var state = error is null ? WebhookState.Delivered : isOver ? WebhookState.Dead : WebhookState.Waiting;
        await store.Settle(delivery, state, state is WebhookState.Waiting ? now + PauseAfter(delivery.Attempts) : now, error, cancellationToken);
        if (isOver)
            GivenUp(delivery.Id, delivery.Attempts, error!);
    }

    /// <summary>Null when the endpoint took it, else what went wrong.</summary>
    private async Task<string?> Attempt(OutboxRow delivery, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoints.GetValueOrDefault(delivery.Endpoint) is not { } endpoint)
            return "the settings no longer name this endpoint";
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", delivery.EventId);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(endpoint.Key, delivery.EventId, seconds, delivery.Body));
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"answered {(int)response.StatusCode}";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return failure is HttpRequestException ? failure.Message[..Math.Min(LongestError, failure.Message.Length)] : $"no answer within {options.Value.Timeout.TotalSeconds:0.#} s";
        }
    }

    private TimeSpan PauseAfter(int attempts)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, options.Value.FirstPause.Ticks << Math.Min(attempts - 1, 20)));
        // Endpoints that failed together are not tried together.
        return pause * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }

    [LoggerMessage(LogLevel.Warning, "Looking for due webhooks failed; the next round tries again")]
    private partial void RoundFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "Webhook {Delivery} was given up after {Attempts} attempts: {Error}")]
    private partial void GivenUp(string delivery, int attempts, string error);
}
