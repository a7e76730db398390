using System.CommandLine;
using Microsoft.Extensions.Options;
using SupportAgents.Failures;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Verbs;

/// <summary>What the program does besides serving: <c>import DIR</c>, <c>export DIR</c>, <c>token …</c>, <c>migrate</c>, <c>train</c>. They work while a server runs.</summary>
public static class SupportVerbs
{
    /// <summary>
    /// Runs the verb that the arguments name and returns the exit code; null when they name none, so that a server is
    /// wanted. Settings come from the environment and <c>appsettings.json</c>, or from <paramref name="configuration"/>.
    /// </summary>
    public static async Task<int?> TryRun(string[] args, TextWriter? output = null, TextWriter? error = null,
        IConfiguration? configuration = null, CancellationToken cancellationToken = default)
    {
        if (!HoldsVerb(args))
            return null;
        var console = new VerbConsole(output ?? Console.Out, error ?? Console.Error);
        var data = new Option<string?>("--data") { Description = "The data folder (default .data).", Recursive = true };
        var demo = new Option<bool?>("--demo") { Description = "Taken for the server's sake; verbs load no demo shop.", Recursive = true };
        VerbContext Context(ParseResult parsed) => new(Configure(configuration, parsed.GetValue(data)), console);

        var root = new RootCommand("The support desk's tools.") { data, demo };
        root.Subcommands.Add(ShopVerbs.Import(Context));
        root.Subcommands.Add(ShopVerbs.Export(Context));
        root.Subcommands.Add(TokenVerb.Create(Context));
        root.Subcommands.Add(MigrateVerb.Create(Context));
        root.Subcommands.Add(TrainVerb.Create(Context));
        try
        {
            var settings = new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };
            return await root.Parse(args).InvokeAsync(settings, cancellationToken);
        }
        catch (Exception failure) when (failure is SupportException or IOException or UnauthorizedAccessException or OptionsValidationException or ArgumentException)
        {
            await console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>True when the first argument that is neither an option nor an option's value is a word, as a verb is.</summary>
    private static bool HoldsVerb(string[] args)
    {
        for (var index = 0; index < args.Length; index++)
        {
            if (!args[index].StartsWith('-') && !args[index].StartsWith('/'))
                return !args[index].Contains('=', StringComparison.Ordinal);
            if (!args[index].Contains('=', StringComparison.Ordinal))
                index++;
        }

        return false;
    }

    private static IConfiguration Configure(IConfiguration? given, string? dataFolder)
    {
        var builder = new ConfigurationBuilder();
        if (given is not null)
            builder.AddConfiguration(given);
        else
            builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables();
        if (dataFolder is not null)
            builder.AddInMemoryCollection([new(StorageOptions.DataDirectory, dataFolder)]);
        return builder.Build();
    }
}

/// <summary>Where a verb writes.</summary>
internal sealed record VerbConsole(TextWriter Output, TextWriter Error);

/// <summary>What a verb works with.</summary>
internal sealed record VerbContext(IConfiguration Configuration, VerbConsole Console);
