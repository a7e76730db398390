using System.CommandLine;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Export;
using SupportAgents.Silo.Data.Import;

namespace SupportAgents.Silo.Verbs;

/// <summary><c>import DIR</c> and <c>export DIR</c>.</summary>
internal static class ShopVerbs
{
    public static Command Import(Func<ParseResult, VerbContext> context)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder in the import format." };
        var command = new Command("import", "Loads a folder into the configured database: all of it, or nothing.") { folder };
        command.SetAction((parsed, cancellationToken) => WithStorage(context(parsed), async (services, console) =>
        {
            var result = await services.GetRequiredService<ShopImporter>().Import(parsed.GetValue(folder)!, cancellationToken);
            foreach (var line in result.Errors)
                await console.Error.WriteLineAsync(line);
            foreach (var file in result.Ignored)
                await console.Error.WriteLineAsync($"left alone, since no such file is known: {file}");
            await (result.Succeeded
                ? console.Output.WriteLineAsync($"Imported {result.Counts}.")
                : console.Error.WriteLineAsync("Refused; nothing was loaded."));
            return result.Succeeded ? 0 : 1;
        }, cancellationToken));
        return command;
    }

    public static Command Export(Func<ParseResult, VerbContext> context)
    {
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder." };
        var command = new Command("export", "Writes the configured database's shop in the import format.") { folder };
        command.SetAction((parsed, cancellationToken) => WithStorage(context(parsed), async (services, console) =>
        {
            var counts = await services.GetRequiredService<ShopExporter>().Export(parsed.GetValue(folder)!, cancellationToken);
            await console.Output.WriteLineAsync($"Exported {counts}.");
            return 0;
        }, cancellationToken));
        return command;
    }

    /// <summary>Runs the work on the configured database, its schema brought up to date before.</summary>
    internal static async Task<int> WithStorage(VerbContext context, Func<IServiceProvider, VerbConsole, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(context.Configuration, migrate: false).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().Migrate(cancellationToken);
        return await work(services, context.Console);
    }
}
