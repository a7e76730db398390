using SupportAgents.Api.Demo;

namespace SupportAgents.Standalone;

/// <summary>What a newcomer needs to know after the start.</summary>
internal static class Welcome
{
    /// <summary>Prints the address and how to sign in.</summary>
    public static void Print(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? StandaloneOptions.DefaultUrl;
        var data = app.Configuration[StandaloneOptions.DataDirectory];
        var isDemo = app.Services.GetService<IDemoSignIn>() is not null;
        Console.WriteLine($"""

            SupportAgents answers at {address}
              chat page       {address}/{(isDemo ? "   (choose a demo customer there)" : "")}
              staff desk      {address}/desk
              API reference   {address}/docs

            Tokens for this installation, from the same folder:
              dotnet run --project src/Standalone -- token --customer ID --data "{data}"
              dotnet run --project src/Standalone -- token --role staff --name Sam --data "{data}"
            """);
    }
}
