using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>The check of claims finds what it is there to find.</summary>
public sealed class CitedClaimsTests(DialogueHost host) : IClassFixture<DialogueHost>
{
    [Theory]
    [InlineData("The return window is 90 days.")]
    [InlineData("You may also return it to any of our shops.")]
    [InlineData("Soak it in vinegar over night.")]
    public async Task A_sentence_that_no_cited_section_has_is_a_fault(string invented)
    {
        using var client = host.As("demo-zoe");
        var claims = new CitedClaims(client);
        var answer = await (await Chat.Open(client)).Say("How long do I have to return something?");
        Assert.NotEmpty(answer.Citations);
        Assert.Empty(await claims.Faults(answer));

        Assert.Contains(invented, Assert.Single(await claims.Faults(answer with { Reply = $"{answer.Reply}\n\n{invented}" })), StringComparison.Ordinal);
        Assert.NotEmpty(await claims.Faults(answer with { Citations = [] }));
    }

    [Fact]
    public async Task Steps_without_their_citation_are_a_fault()
    {
        using var client = host.As("demo-zoe");
        var answer = await (await Chat.Open(client)).Say("my Rover blinks red twice");
        Assert.NotEmpty(answer.Citations);
        Assert.NotEmpty(await new CitedClaims(client).Faults(answer with { Citations = [] }));
    }
}
