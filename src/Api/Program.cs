using SupportAgents.Api;
using SupportAgents.Api.Cluster;

var builder = WebApplication.CreateBuilder(args);
builder.AddClusterClient();
builder.AddSupportApi();

var app = builder.Build();
app.MapSupportApi();
await app.RunAsync();
