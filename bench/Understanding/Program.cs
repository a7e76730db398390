using System.CommandLine;
using System.Diagnostics;
using SupportAgents.Bench.Understanding;

var messages = new Option<DirectoryInfo>("--messages") { Description = "Folder of labelled messages; read with the folders in it.", DefaultValueFactory = _ => new DirectoryInfo("tests/Silo.Tests/Understanding/Messages") };
var sizes = new Option<int[]>("--products") { Description = "Sizes of the catalogue.", DefaultValueFactory = _ => [0, 200, 50_000], AllowMultipleArgumentsPerToken = true };
var data = new Option<DirectoryInfo?>("--data") { Description = "Data folder with the trained model; a new one is made, trained in, and left to a second process, where none is named." };

var command = new RootCommand("Prints how long the understanding takes to be ready, what memory it takes, and how long a message takes on one thread.") { messages, sizes, data };
command.SetAction(async (parsed, cancellationToken) =>
{
    var folder = parsed.GetValue(data);
    if (folder is null)
    {
        folder = Directory.CreateTempSubdirectory("support-understanding-");
        Readiness.Print("trained", folder);
        // A process of its own, since one process trains or reads once.
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Speed).Assembly.Location] : [];
        using var second = Process.Start(Environment.ProcessPath!, [.. program, .. args, "--data", folder.FullName]);
        await second.WaitForExitAsync(cancellationToken);
        folder.Delete(recursive: true);
        return second.ExitCode;
    }
    var understanding = Readiness.Print("read from the file", folder);
    await Speed.Print(understanding, MessageFiles.Read(parsed.GetRequiredValue(messages)), parsed.GetRequiredValue(sizes), cancellationToken);
    return 0;
});
return await command.Parse(args).InvokeAsync();
