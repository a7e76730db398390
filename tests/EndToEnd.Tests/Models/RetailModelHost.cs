using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Support;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>The program over the retail data set, with a scripted model on Bedrock.</summary>
public sealed class RetailModelHost : RetailHost
{
    public RetailModelHost() : this(new ScriptedBedrock())
    {
    }

    private RetailModelHost(ScriptedBedrock model) : base(model.Settings) => Model = model;

    public ScriptedBedrock Model { get; }

    public override async Task InitializeAsync()
    {
        if (SharedData.Find("retail", "import") is not null)
            await Model.Start();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }
}
