using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Understanding;

namespace SupportAgents.Bench.Understanding;

/// <summary>How long it takes until the first message is understood, and the memory for it.</summary>
internal static class Readiness
{
    /// <summary>Makes the understanding ready and prints what that took.</summary>
    public static IUnderstanding Print(string how, DirectoryInfo folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var understanding = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .Configure<StorageOptions>(options => options.DataFolder = folder.FullName)
            .AddUnderstanding().BuildServiceProvider().GetRequiredService<IUnderstanding>();
        var first = understanding.Understand("where is my order", new UnderstandingContext { Now = TimeProvider.System.GetUtcNow() }, CancellationToken.None);
        Debug.Assert(first.IsCompletedSuccessfully);
        clock.Stop();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{how}: first message understood after {clock.Elapsed.TotalSeconds:0.00} s, {memory / 1048576.0:0} MB kept");
        return understanding;
    }
}
