using System.CommandLine;
using SupportAgents.Bench.Recommendations;

var products = new Option<int>("--products") { Description = "Products of the generated shop.", DefaultValueFactory = _ => 50_000 };
var lines = new Option<int>("--lines") { Description = "Order lines of the generated shop.", DefaultValueFactory = _ => 1_000_000 };
var requests = new Option<int>("--requests") { Description = "Measured recommendations of each kind.", DefaultValueFactory = _ => 1_000 };
var seed = new Option<int>("--seed") { Description = "Makes the same shop again.", DefaultValueFactory = _ => 5 };

var command = new RootCommand("Builds the ranking of a generated shop, asks it for recommendations on one core, and prints time, memory and latency.")
{
    products, lines, requests, seed,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    Console.WriteLine("Generating …");
    var shop = GeneratedShop.Make(parsed.GetValue(seed), parsed.GetValue(products), parsed.GetValue(lines));
    var bench = await RankingBench.Build(shop);
    await bench.Ask(shop, parsed.GetValue(requests), cancellationToken);
});
return await command.Parse(args).InvokeAsync();
