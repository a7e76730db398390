using SupportAgents.Api;
using SupportAgents.Api.Cluster;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddClusterClient();
builder.AddSupportApi();

var app = builder.Build();
app.MapSupportApi();
await app.RunAsync();
