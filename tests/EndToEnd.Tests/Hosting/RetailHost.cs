using SupportAgents.Silo.Verbs;
using SupportAgents.Support;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The program over the retail data set; without the data its tests are skipped.</summary>
public class RetailHost : InProcessHost
{
    public RetailHost() : this([])
    {
    }

    /// <summary>The same with more settings.</summary>
    protected RetailHost(string[] settings) : base(["--demo", "false", "--Support:Limits:CustomerBurst", "100000", .. settings])
    {
    }

    private string? _folder;
    private RetailShop? _start;

    /// <summary>The data set as it was loaded; skips the test when it is not there.</summary>
    public RetailShop Start
    {
        get
        {
            SharedData.Require("retail");
            return _start!;
        }
    }

    /// <summary>The folder of the data set.</summary>
    public string Folder => SharedData.Require("retail");

    public override async Task InitializeAsync()
    {
        if (SharedData.Find("retail", "import") is not { } import)
            return;
        _folder = import;
        _start = RetailShop.Read(_folder);
        Assert.Equal(0, await SupportVerbs.TryRun(["import", _folder, "--data", Data]));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        if (_start is not null)
            await base.DisposeAsync();
    }
}

/// <summary>Tests that share one <see cref="RetailHost"/>; one runs after the other, since they change its records.</summary>
[CollectionDefinition(Name)]
public sealed class RetailHostCollection : ICollectionFixture<RetailHost>
{
    public const string Name = "retail host";
}
