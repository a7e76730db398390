using Orleans.Hosting;
using SupportAgents.Grains.Hosting;
using SupportAgents.Silo.Clustering;
using SupportAgents.Silo.Conversations;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Knowledge;
using SupportAgents.Silo.Mail;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Silo.Recommendations;
using SupportAgents.Silo.Telemetry;
using SupportAgents.Silo.Understanding;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Hosting;

/// <summary>The composition of a silo: grains, stores, search, understanding, cluster.</summary>
public static class SupportSilo
{
    /// <summary>Adds a silo to a host. The schema is brought up to date before it starts.</summary>
    public static IHostApplicationBuilder AddSupportSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSiloTelemetry();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddUnderstanding();
        builder.Services.AddModels(builder.Configuration);
        builder.Services.AddSupportAgents();
        builder.UseOrleans(silo => silo.UseSupportClustering(builder.Configuration));
        builder.Services.AddRankingRefresh();
        builder.Services.AddHostedService<UnansweredSweeper>();
        builder.Services.AddWebhooks();
        builder.Services.AddMail(builder.Configuration);
        return builder;
    }
}
