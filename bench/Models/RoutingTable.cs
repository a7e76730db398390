using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Bench.Models;

/// <summary>
/// What a threshold of <c>Support:Reasoning:SureOf</c> brings: how many messages go without a routing call, and how many
/// of those go to the right agents. Messages lie in files: a line <c>## intent</c> and its messages, or lines
/// <c>intent + intent | message</c>.
/// </summary>
internal static class RoutingTable
{
    private static readonly double[] Thresholds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

    /// <summary>Prints the table.</summary>
    public static async Task Print(DirectoryInfo folder, IServiceProvider services, CancellationToken cancellationToken)
    {
        var understanding = services.GetRequiredService<IUnderstanding>();
        var context = new UnderstandingContext { Dialogue = DialogueState.Empty, Orders = [], Products = await services.GetRequiredService<ICatalogStore>().List(cancellationToken), Now = DateTimeOffset.UtcNow };
        var seen = new List<(double Confidence, bool RightAgents, bool RightIntents)>();
        foreach (var (text, intents) in folder.EnumerateFiles("*.txt").SelectMany(Read))
        {
            var requests = (await understanding.Understand(text, context, cancellationToken)).Requests;
            seen.Add((requests.Min(request => request.Confidence),
                Same(requests.Select(request => request.Agent), intents.Select(intent => Intents.Agent[intent])), Same(requests.Select(request => request.Intent), intents)));
        }
        Console.WriteLine($"{seen.Count} messages\n\n| sure from | routed without a model | of those to the right agents | with the right intents | wrong agents, of all |\n|---|---|---|---|---|");
        foreach (var threshold in Thresholds)
        {
            var sure = seen.FindAll(one => one.Confidence >= threshold);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {threshold} | {Share(sure.Count, seen.Count)} | {Share(sure.Count(one => one.RightAgents), sure.Count)} | {Share(sure.Count(one => one.RightIntents), sure.Count)} | {Share(sure.Count(one => !one.RightAgents), seen.Count)} |"));
        }
    }

    private static IEnumerable<(string Text, string[] Intents)> Read(FileInfo file)
    {
        var intent = Intents.OutOfScope;
        foreach (var line in File.ReadLines(file.FullName).Where(line => line.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                intent = line[3..].Trim();
            else if (line.Split(" | ", 2) is [var several, var text] && several.Split(" + ").All(Intents.Agent.ContainsKey))
                yield return (text, several.Split(" + "));
            else if (line[0] != '#' && Intents.Agent.ContainsKey(intent))
                yield return (line, [intent]);
        }
    }

    private static bool Same(IEnumerable<string> found, IEnumerable<string> expected) => found.ToHashSet().SetEquals(expected);

    private static string Share(int part, int whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");
}
