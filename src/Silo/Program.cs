using SupportAgents.Silo.Hosting;
using SupportAgents.Silo.Verbs;

if (await SupportVerbs.TryRun(args) is { } exitCode)
    return exitCode;

var builder = WebApplication.CreateBuilder(args);
builder.AddSupportSilo();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHealthChecks("/health/live");
app.MapHealthChecks("/health/ready");
await app.RunAsync();
return 0;
