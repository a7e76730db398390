using System.CommandLine;
using SupportAgents.Identity;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Identity;

namespace SupportAgents.Silo.Verbs;

/// <summary><c>token --customer ID | --role staff|admin [--name N] [--hours H]</c>.</summary>
internal static class TokenVerb
{
    public static Command Create(Func<ParseResult, VerbContext> context)
    {
        var customer = new Option<string?>("--customer") { Description = "The customer whom the token is for." };
        var role = new Option<string?>("--role") { Description = "A token for the support team: staff or admin." };
        role.AcceptOnlyFromAmong("staff", "admin");
        var name = new Option<string?>("--name") { Description = "The name that others see." };
        var hours = new Option<int?>("--hours") { Description = "For how long it holds (default 720)." };
        var command = new Command("token", "Prints a bearer token for this installation.") { customer, role, name, hours };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(customer) is null) == (result.GetValue(role) is null))
                result.AddError("Say either --customer ID or --role staff|admin.");
            if (result.GetValue(customer) is { } id && string.IsNullOrWhiteSpace(id))
                result.AddError("--customer is empty.");
            if (result.GetValue(hours) is <= 0 or > 87_600)
                result.AddError("--hours must be from 1 to 87600.");
        });
        command.SetAction(async (parsed, _) =>
        {
            var (configuration, console) = context(parsed);
            var auth = configuration.GetSection(AuthOptions.Section).Get<AuthOptions>() ?? new AuthOptions();
            var issuer = new TokenIssuer(SigningKey.Load(auth.SigningKey, StorageOptions.FolderIn(configuration)), TimeProvider.System);
            var lifetime = TimeSpan.FromHours(parsed.GetValue(hours) ?? auth.TokenHours);
            await console.Output.WriteLineAsync(parsed.GetValue(customer) is { } customerId
                ? issuer.Issue(customerId, Role.Customer, parsed.GetValue(name), lifetime)
                : issuer.Issue(parsed.GetValue(name) ?? parsed.GetValue(role)!, parsed.GetValue(role) == "admin" ? Role.Admin : Role.Staff, parsed.GetValue(name), lifetime));
            return 0;
        });
        return command;
    }
}
