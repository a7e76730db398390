using SupportAgents.Api;
using SupportAgents.Api.Demo;
using SupportAgents.Silo.Hosting;
using SupportAgents.Silo.Identity;

namespace SupportAgents.Standalone;

/// <summary>Silo and gateway in one process, on an embedded SQLite file unless a connection string is set.</summary>
public static class StandaloneHost
{
    /// <summary>Builds the host; the caller runs it.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddCommandLine(args, StandaloneOptions.Switches);
        builder.Configuration[StandaloneOptions.DataDirectory] = Path.GetFullPath(builder.Configuration[StandaloneOptions.DataDirectory] ?? ".data");
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(StandaloneOptions.DefaultUrl);

        builder.AddSupportSilo();
        if (builder.Configuration.GetValue(StandaloneOptions.Demo, defaultValue: true))
        {
            builder.Services.AddHostedService<DemoShopService>();
            builder.Services.AddSingleton<IDemoSignIn, DemoVisitors>();
        }
        // The gateway verifies what this installation signs: the key must be there before it looks.
        var key = SigningKey.Load(builder.Configuration["Support:Auth:SigningKey"] ?? "", builder.Configuration[StandaloneOptions.DataDirectory]!);
        builder.Services.AddSingleton(new TokenIssuer(key, TimeProvider.System));
        builder.AddSupportApi();

        var app = builder.Build();
        app.MapSupportApi();
        return app;
    }
}
