using System.CommandLine;
using SupportAgents.Bench.Models;
using SupportAgents.Support.Bedrock;

BedrockFault[] all =
[
    BedrockFault.Throttled, BedrockFault.ServerError, BedrockFault.Overloaded, BedrockFault.Hangs, BedrockFault.CutStream, BedrockFault.CutAnswer, BedrockFault.EndsEarly,
    BedrockFault.MalformedFrame, BedrockFault.StreamError, BedrockFault.ContextTooLong,
];
var turns = new Option<int>("--turns") { Description = "Turns for each line.", DefaultValueFactory = _ => 1_000 };
var parallel = new Option<int>("--parallel") { Description = "Turns at once.", DefaultValueFactory = _ => 16 };
var shares = new Option<double[]>("--shares") { Description = "Shares of calls that fail.", DefaultValueFactory = _ => [0.1, 0.3, 1], AllowMultipleArgumentsPerToken = true };
var faults = new Option<BedrockFault[]>("--faults") { Description = "Ways in which they fail.", DefaultValueFactory = _ => all, AllowMultipleArgumentsPerToken = true };
var onlyMain = new Option<bool>("--only-main") { Description = "The fallback model works." };
var whole = new Option<bool>("--whole") { Description = "Whole answers of the model instead of streams." };

var failing = new Command("faults", "Lets a share of the model's calls fail in every way and prints who answered, how fast, and how the desk recovered.") { turns, parallel, shares, faults, onlyMain, whole };
failing.SetAction(async (parsed, cancellationToken) =>
{
    await using var desk = new BenchDesk();
    await desk.Start([.. BenchDesk.Times, "--Support:Reasoning:Stream", parsed.GetValue(whole) ? "false" : "true"]);
    var run = new FaultRun(desk.Model, desk.Visitor, desk.IsOpen);
    // The classifier is trained and the code compiled before anything is measured.
    await run.Execute(new FaultCase(BedrockFault.None, 0, false), 50, parsed.GetValue(parallel));
    var wrong = 0;
    Console.WriteLine($"{FaultReport.Head}\n{FaultReport.Rule}");
    foreach (var fault in parsed.GetRequiredValue(faults))
        foreach (var share in parsed.GetRequiredValue(shares))
        {
            var report = await run.Execute(new FaultCase(fault, share, parsed.GetValue(onlyMain)), parsed.GetValue(turns), parsed.GetValue(parallel));
            Console.WriteLine(report);
            wrong += report.Turns.Count - report.Answered + report.Twice + (report.Recovered is null ? 1 : 0);
        }
    Console.WriteLine($"\n{wrong} wrong");
    return wrong == 0 ? 0 : 1;
});

var messages = new Option<DirectoryInfo>("--messages") { Description = "Folder of labelled messages, such as tests/Silo.Tests/Understanding/Messages.", Required = true };
var routing = new Command("routing", "Prints what thresholds of sureness save in model calls and cost in wrong agents.") { messages };
routing.SetAction(async (parsed, cancellationToken) =>
{
    await using var desk = new BenchDesk();
    await desk.Start();
    await RoutingTable.Print(parsed.GetRequiredValue(messages), desk.Services, cancellationToken);
});

var command = new RootCommand("Measures the desk with a fake model on Bedrock's wire format.") { failing, routing };
return await command.Parse(args).InvokeAsync();
