using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests;

/// <summary>The settings file that the containers read works as it is: what stands empty in it means the default.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string[] Places = ["Support:DataDirectory", "Support:Cluster:SiloPort", "Support:Cluster:GatewayPort", "ConnectionStrings:Support"];

    [Fact]
    public async Task Server_with_every_setting_of_the_example_file_signs_customers_in()
    {
        var settings = Settings().Where(setting => !Places.Contains(setting.Key)).Select(setting => $"--{setting.Key}={setting.Value}").ToArray();
        await using var server = await StandaloneServer.Start(settings);
        using var client = server.As("demo-anna");

        var chat = await Chat.Open(client);

        Assert.NotEmpty((await chat.Say("Where is my last order?")).Reply);
        Assert.True(settings.Length > 20, "the example file was not read");
    }

    private static IEnumerable<(string Key, string Value)> Settings() =>
        from line in File.ReadLines(Repository.File(".env.example"))
        where line.Contains("__", StringComparison.Ordinal) && !line.StartsWith('#')
        let parts = line.Split('=', 2)
        select (parts[0].Replace("__", ":", StringComparison.Ordinal), parts[1]);
}
