using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Deployment;

/// <summary>What is written about the settings is what the programs read.</summary>
public sealed class ConfigurationReferenceTests
{
    private static readonly string s_page = Repository.File("docs", "configuration.md");

    [Fact]
    public void Page_is_what_the_options_say()
    {
        var written = ConfigurationReference.Write();
        if (Environment.GetEnvironmentVariable("SUPPORT_ACCEPT") == "1")
            File.WriteAllText(s_page, written);

        Assert.True(File.ReadAllText(s_page) == written,
            "docs/configuration.md is stale: SUPPORT_ACCEPT=1 dotnet test tests/EndToEnd.Tests --filter ConfigurationReference");
    }
}
