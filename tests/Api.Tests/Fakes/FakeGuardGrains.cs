using System.Collections.Concurrent;
using SupportAgents.Audit;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Identity;
using SupportAgents.Limits;
using SupportAgents.SignIn;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>A bucket that never fills again.</summary>
public sealed class FakeRateGrain : Grain, IRateGrain
{
    private int? _tokens;

    public Task<RatePortion> Take(int wanted, RateBucket bucket, CancellationToken cancellationToken = default)
    {
        var held = _tokens ?? bucket.Burst;
        var given = Math.Min(wanted, held);
        _tokens = held - given;
        return Task.FromResult(new RatePortion(given, given > 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(7)));
    }
}

/// <summary>Keeps what it is told.</summary>
public sealed class FakeAuditGrain : Grain, IAuditGrain
{
    public static ConcurrentQueue<AuditEntry> Entries { get; } = new();

    public Task Append(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        foreach (var entry in entries)
            Entries.Enqueue(entry);
        return Task.CompletedTask;
    }

    public Task<Page<AuditEntry>> Read(Principal who, AuditQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<AuditEntry> { Items = [.. Entries.Where(entry => entry.Actor == query.Actor).Take(query.Limit)] });
}

/// <summary>The code is always the same; only one address has an account.</summary>
public sealed class FakeSignInGrain : Grain, ISignInGrain
{
    public const string Known = "mia@example.org";
    public const string Code = "123456";
    private bool _sent;

    public Task SendCode(string email, CancellationToken cancellationToken = default)
    {
        _sent = email == Known;
        return Task.CompletedTask;
    }

    public Task Forget(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<string?> Redeem(string code, CancellationToken cancellationToken = default) => Task.FromResult(_sent && code == Code ? "mia" : null);
}

/// <summary>One delivery that was given up.</summary>
public sealed class FakeWebhookGrain : Grain, IWebhookGrain
{
    private static readonly WebhookDelivery s_dead = new()
    {
        Id = "evt_1.crm",
        EventId = "evt_1",
        Type = "conversation.closed",
        Endpoint = "crm",
        State = WebhookState.Dead,
        Attempts = 12,
        CreatedAt = DateTimeOffset.UnixEpoch,
        DueAt = DateTimeOffset.UnixEpoch,
        Error = "answered 500",
    };

    public Task<Page<WebhookDelivery>> List(Principal who, WebhookState? state, string? after, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<WebhookDelivery> { Items = state is null or WebhookState.Dead ? [s_dead] : [] });

    public Task<WebhookDelivery> Retry(Principal who, string id, CancellationToken cancellationToken = default) => id == s_dead.Id
        ? Task.FromResult(s_dead with { State = WebhookState.Waiting, Attempts = 0 })
        : throw SupportException.NotFound("undelivered webhook");
}
