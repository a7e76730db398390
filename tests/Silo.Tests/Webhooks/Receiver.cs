using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SupportAgents.Silo.Tests.Webhooks;

/// <summary>A shop's endpoint that checks signatures as a receiver does, and may fail.</summary>
internal sealed class Receiver : HttpMessageHandler, IHttpClientFactory
{
    public const string Secret = "whsec_c3VwcG9ydC1hZ2VudHMtdGVzdC1zZWNyZXQtMzI=";
    private int _failures;

    public ConcurrentQueue<(string Id, string Body, DateTimeOffset SentAt)> Taken { get; } = new();

    public int Calls { get; private set; }

    /// <summary>How many calls fail from now on.</summary>
    public void Fail(int times) => _failures = times;

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Taken)
        {
            Calls++;
            if (_failures-- > 0)
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var (id, seconds) = (request.Headers.GetValues("webhook-id").Single(), request.Headers.GetValues("webhook-timestamp").Single());
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}")));
        Assert.Equal($"v1,{expected}", request.Headers.GetValues("webhook-signature").Single());
        Taken.Enqueue((id, body, DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))));
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }
}
