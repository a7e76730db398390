using SupportAgents.Silo.Health;
using SupportAgents.Silo.Hosting;
using SupportAgents.Silo.Telemetry;
using SupportAgents.Silo.Verbs;

if (await SupportVerbs.TryRun(args) is { } exitCode)
    return exitCode;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddSupportSilo();
builder.Services.AddSiloHealth();

var app = builder.Build();
app.MapSiloMetrics();
app.MapSiloHealth();
await app.RunAsync();
return 0;
