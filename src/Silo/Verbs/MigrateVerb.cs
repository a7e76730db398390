using System.CommandLine;
using Microsoft.Extensions.Options;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Identity;

namespace SupportAgents.Silo.Verbs;

/// <summary><c>migrate</c>: what an installation needs before its first silo and gateway start.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<ParseResult, VerbContext> context)
    {
        var command = new Command("migrate", "Brings the database's schema up to date and makes a signing key where none is configured.");
        command.SetAction((parsed, cancellationToken) => ShopVerbs.WithStorage(context(parsed), async (services, console) =>
        {
            var configuration = context(parsed).Configuration;
            var auth = configuration.GetSection(AuthOptions.Section).Get<AuthOptions>() ?? new AuthOptions();
            if (string.IsNullOrWhiteSpace(configuration["Support:Auth:Authority"]))
                SigningKey.Load(auth.SigningKey, services.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder);
            await console.Output.WriteLineAsync("The schema is up to date.");
            return 0;
        }, cancellationToken));
        return command;
    }
}
