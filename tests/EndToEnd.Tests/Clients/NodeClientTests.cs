using System.Diagnostics;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Clients;

/// <summary>
/// The official clients of OpenAI and MCP, which are Node's, against the program as it is started by hand. They are
/// installed by <c>npm ci</c> where they are not; without Node or a package registry the test is skipped.
/// </summary>
public sealed class NodeClientTests(ITestOutputHelper output)
{
    private const int Tests = 18;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "clients");

    [SkippableFact]
    public async Task Official_clients_of_openai_and_mcp_work_unchanged()
    {
        await Install();
        await using var server = await StandaloneServer.Start("--demo", "true");

        var (exitCode, text) = await Run("node", ["--test", "--test-reporter=tap", "--test-concurrency=1", "openai.test.mjs", "mcp.test.mjs"], new()
        {
            ["SUPPORT_URL"] = server.Address.ToString().TrimEnd('/'),
            ["SUPPORT_TOKEN"] = server.Token("demo-anna", Role.Customer),
            ["SUPPORT_STAFF_TOKEN"] = server.Token("Sam", Role.Staff),
        });

        output.WriteLine(text);
        Assert.True(exitCode == 0, $"{text}\n{server.Printed}");
        Assert.Contains($"# pass {Tests}\n", text);
        Assert.Contains("# skipped 0\n", text);
    }

    private async Task Install()
    {
        var (found, version) = await Run("node", ["--version"], []);
        Skip.If(found != 0, "Node is not installed");
        Skip.If(int.Parse(version.TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) < 20, $"Node {version.Trim()} is older than the clients allow");
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "openai")) && Directory.Exists(Path.Combine(Folder, "node_modules", "@modelcontextprotocol")))
            return;
        var (exitCode, text) = await Run("npm", ["ci", "--no-audit", "--no-fund"], []);
        Skip.If(exitCode != 0, $"npm could not install the clients: {text.Trim().Split('\n')[^1]}");
    }

    private static async Task<(int ExitCode, string Text)> Run(string program, string[] arguments, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(Limit);
            var (standard, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await standard + await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
