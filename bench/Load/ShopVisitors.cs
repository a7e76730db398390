using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;

namespace SupportAgents.Bench.Load;

/// <summary>Calls the gateways as the shop's customers, one after the other.</summary>
internal sealed class ShopVisitors(Uri[] gateways, TokenIssuer tokens, IReadOnlyList<string> customerIds) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient[] _clients = Array.ConvertAll(gateways, gateway => new HttpClient { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(60) });

    /// <summary>Opens the conversation of a number; the same number is the same customer at the same gateway.</summary>
    public async Task<Visit> Open(int number, CancellationToken cancellationToken)
    {
        var token = tokens.Issue(customerIds[number % customerIds.Count], Role.Customer, null, TimeSpan.FromHours(1));
        var visit = new Visit(_clients[number % _clients.Length], new AuthenticationHeaderValue("Bearer", token));
        await visit.Open(cancellationToken);
        return visit;
    }

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }

    /// <summary>One customer's conversation.</summary>
    internal sealed class Visit(HttpClient client, AuthenticationHeaderValue signIn)
    {
        private string _path = "";

        /// <summary>Opens it.</summary>
        public async Task Open(CancellationToken cancellationToken)
        {
            var opened = await Send<JsonElement>(HttpMethod.Post, "/v1/conversations", new { }, null, cancellationToken);
            _path = $"/v1/conversations/{opened.GetProperty("conversationId").GetString()}/messages";
        }

        /// <summary>Says something and waits for its answer.</summary>
        public Task<Answer> Say(string text, string key, CancellationToken cancellationToken) =>
            Send<Answer>(HttpMethod.Post, _path, new { text }, key, cancellationToken);

        /// <summary>What is kept of it.</summary>
        public async Task<IReadOnlyList<HistoryItem>> History(CancellationToken cancellationToken) =>
            (await Send<Page<HistoryItem>>(HttpMethod.Get, $"{_path}?limit=200", null, null, cancellationToken)).Items;

        private async Task<T> Send<T>(HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = signIn;
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            using var response = await client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
        }
    }
}
