using Microsoft.Extensions.DependencyInjection;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>The program with the outdoor shop's manuals loaded as an import loads them; empty where they are not there.</summary>
public sealed class ManualsHost() : InProcessHost("--demo", "false", "--Support:Limits:StaffBurst", "100000")
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (SharedData.Find("eshop-support", "import") is { } folder)
            await Services.GetRequiredService<ShopImporter>().Import(folder, CancellationToken.None);
    }
}
