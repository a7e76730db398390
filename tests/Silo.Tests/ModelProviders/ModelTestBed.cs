using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Silo.Tests.ModelProviders;

/// <summary>The model clients as a silo has them, over a scripted Bedrock, with a clock that only a test moves.</summary>
public sealed class ModelTestBed : IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    public ScriptedBedrock Bedrock { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The silo's clock; <see cref="Time"/> unless a test needs one that runs.</summary>
    public TimeProvider Clock { get; set; }

    public ModelTestBed() => Clock = Time;

    /// <summary>The calls that came in.</summary>
    public List<BedrockCall> Calls { get; } = [];

    public Task InitializeAsync() => Bedrock.Start();

    /// <summary>Services with these settings; fresh circuits and budgets.</summary>
    public IServiceProvider Services(params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([.. Bedrock.Settings, .. settings]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(Clock).AddModels(configuration);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }

    /// <summary>The specialist's client.</summary>
    public IChatClient Client(params string[] settings) => Services(settings).GetRequiredKeyedService<IChatClient>(ModelRoles.Specialist);

    /// <summary>One call, whole or streamed.</summary>
    public static Task<ChatResponse> Ask(IChatClient client, bool stream = true, string text = "Hello", CancellationToken cancellationToken = default) => stream
        ? client.GetStreamingResponseAsync(text, cancellationToken: cancellationToken).ToChatResponseAsync(cancellationToken)
        : client.GetResponseAsync(text, cancellationToken: cancellationToken);

    /// <summary>Lets Bedrock answer by a script, and notes the calls.</summary>
    public void Script(Func<BedrockCall, BedrockReply> script)
    {
        Calls.Clear();
        Bedrock.Script = call =>
        {
            lock (Calls)
                Calls.Add(call);
            return script(call);
        };
    }

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
        await Bedrock.DisposeAsync();
    }
}
