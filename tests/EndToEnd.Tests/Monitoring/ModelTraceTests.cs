using System.Net.Http.Json;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.EndToEnd.Tests.Models;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>The demo shop with a scripted model on Bedrock's wire format.</summary>
public sealed class ModelledHost : InProcessHost
{
    private readonly ScriptedBedrock _model;

    public ModelledHost() : this(new ScriptedBedrock())
    {
    }

    private ModelledHost(ScriptedBedrock model) : base(model.Settings) => _model = model;

    public override async Task InitializeAsync()
    {
        await _model.Start();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _model.DisposeAsync();
    }
}

/// <summary>What a client is told about its request leads to the calls of the model, too.</summary>
public sealed class ModelTraceTests(ModelledHost host) : IClassFixture<ModelledHost>
{
    [Fact]
    public async Task Trace_id_that_the_client_gets_leads_to_the_model()
    {
        using var spans = new RecordedSpans();
        using var client = host.As("demo-kenji");
        var chat = await Chat.Open(client);

        using var response = await client.PostAsJsonAsync($"/v1/conversations/{chat.Id}/messages", new { text = "Where is my last order?" });

        var mine = spans.Of(response.Headers.GetValues("X-Trace-Id").Single());
        Assert.Contains(mine, span => span.Source.Name == "SupportAgents.Models" && span.DisplayName == "chat test.main-v1:0");
        Assert.Contains(mine, span => span.OperationName == "invoke_agent orders");
    }
}
