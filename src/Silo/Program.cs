using SupportAgents.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddSupportSilo();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHealthChecks("/health/live");
app.MapHealthChecks("/health/ready");
await app.RunAsync();
