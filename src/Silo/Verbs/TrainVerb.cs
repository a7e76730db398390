using System.CommandLine;
using SupportAgents.Silo.Understanding;
using SupportAgents.Silo.Understanding.Classification;

namespace SupportAgents.Silo.Verbs;

/// <summary><c>train</c>: what an image does once, so that none of its containers has to.</summary>
internal static class TrainVerb
{
    public static Command Create(Func<ParseResult, VerbContext> context)
    {
        var output = new Option<string>("--output") { Description = "The file; it is looked for beside the program, the default, and in the data folder.", DefaultValueFactory = _ => ModelCache.BesideProgram };
        var command = new Command("train", "Trains the understanding of messages and leaves it beside the program, so that no start has to.") { output };
        command.SetAction(async (parsed, _) =>
        {
            ModelFile.Write(parsed.GetRequiredValue(output), IntentClassifier.Train());
            await context(parsed).Console.Output.WriteLineAsync($"Trained into {parsed.GetValue(output)}.");
            return 0;
        });
        return command;
    }
}
