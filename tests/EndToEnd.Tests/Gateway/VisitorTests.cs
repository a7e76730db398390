using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.EndToEnd.Tests.Attacks;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Gateway;

/// <summary>Somebody without a token, against the whole program: what they may ask, and how they prove who they are.</summary>
public sealed class VisitorTests(FuzzHost host) : IClassFixture<FuzzHost>
{
    private const string Anna = "anna.lindqvist@example.com";

    [Fact]
    public async Task A_visitor_asks_about_products_and_the_shop_and_proves_by_a_code_who_they_are()
    {
        using var nobody = new HttpClient { BaseAddress = host.Address };
        using var visitor = With(await Token(await nobody.PostAsync("/v1/visitors", null)));
        var chat = await Chat.Open(visitor);

        Assert.NotEmpty((await chat.Say("What is your return policy?")).Citations);
        Assert.Contains("kettle", (await chat.Say("Recommend me a kettle")).Reply, StringComparison.OrdinalIgnoreCase);
        foreach (var text in new[] { "Where is my order?", "Where is order #N10309?", "Cancel #N10431", "What is my address?", "Show me my orders" })
        {
            var answer = await chat.Say(text);
            Assert.All(answer.Requests, request => Assert.Equal("sign_in_required", request.Reason));
            Assert.Null(answer.Proposal);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await nobody.PostAsJsonAsync("/v1/sign-in/code", new { email = Anna })).StatusCode);
        var code = await MailFolder.Code(host.Data);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignIn(nobody, "kenji.morimoto@example.com", code)).StatusCode);
        using var anna = With(await Token(await SignIn(nobody, Anna, code)));
        Assert.Equal(HttpStatusCode.BadRequest, (await SignIn(nobody, Anna, code)).StatusCode);
        Assert.Contains("#N10309", (await (await Chat.Open(anna)).Say("Where is order #N10309?")).Reply);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync($"/v1/conversations/{chat.Id}")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient client, string email, string code) => client.PostAsJsonAsync("/v1/sign-in", new { email, code });

    private static async Task<string> Token(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private HttpClient With(string token)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
