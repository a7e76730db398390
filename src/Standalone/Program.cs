using SupportAgents.Silo.Verbs;
using SupportAgents.Standalone;

if (await SupportVerbs.TryRun(args) is { } exitCode)
    return exitCode;

await using var app = StandaloneHost.Build(args);
await app.StartAsync();
Welcome.Print(app);
await app.WaitForShutdownAsync();
return 0;
