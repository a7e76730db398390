using System.CommandLine;
using SupportAgents.Bench.Load;
using SupportAgents.Silo.Identity;

var gateway = new Option<string[]>("--gateway") { Description = "Addresses of gateways; conversations are dealt out among them.", DefaultValueFactory = _ => ["http://localhost:8080"], AllowMultipleArgumentsPerToken = true };
var key = new Option<string>("--signing-key") { Description = "Support:Auth:SigningKey of the installation, to sign the customers in (base64).", Required = true };
var customers = new Option<FileInfo>("--customers") { Description = "customers.jsonl of the shop's import folder.", Required = true };
var conversations = new Option<int>("--conversations") { Description = "Conversations for each step.", DefaultValueFactory = _ => 200 };
var parallel = new Option<int[]>("--parallel") { Description = "Steps: how many conversations at once.", DefaultValueFactory = _ => [1, 8, 32], AllowMultipleArgumentsPerToken = true };

var command = new RootCommand("Talks to a running installation as many customers at once and prints latency, throughput and what was lost or doubled.")
{
    gateway, key, customers, conversations, parallel,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    var ids = await CustomerFile.Ids(parsed.GetRequiredValue(customers), cancellationToken);
    var tokens = new TokenIssuer(SigningKey.Load(parsed.GetRequiredValue(key), ""), TimeProvider.System);
    using var shop = new ShopVisitors(Array.ConvertAll(parsed.GetRequiredValue(gateway), address => new Uri(address)), tokens, ids);
    await LoadRun.WarmUp(shop, cancellationToken);
    var reports = new List<LoadReport>();
    foreach (var atOnce in parsed.GetRequiredValue(parallel))
        reports.Add(await LoadRun.Execute(shop, parsed.GetValue(conversations), atOnce, cancellationToken));
    LoadReport.Print(reports, Console.Out);
    return reports.Exists(report => report.Wrong > 0) ? 1 : 0;
});
return await command.Parse(args).InvokeAsync();
