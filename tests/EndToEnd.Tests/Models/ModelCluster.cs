using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportAgents.Api;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Identity;
using SupportAgents.Silo.ModelProviders;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>Silos with the real grains and the real model clients over stores in memory, and two gateways before them.</summary>
public abstract class ModelCluster(params string[] settings) : DeskCluster
{
    private readonly byte[] _key = Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray();
    private readonly WebApplication[] _gateways = new WebApplication[2];

    public ScriptedBedrock Model { get; } = new();

    protected override short SiloCount => 2;

    protected override TimeProvider Clock => TimeProvider.System;

    public override async Task InitializeAsync()
    {
        Shop.Add(TestShop.Kettle, TestShop.Lamp, TestShop.Shirt, TestShop.Mouse);
        await Model.Start();
        await base.InitializeAsync();
        for (var replica = 0; replica < _gateways.Length; replica++)
            await (_gateways[replica] = Gateway()).StartAsync();
    }

    public override async Task DisposeAsync()
    {
        foreach (var gateway in _gateways.OfType<WebApplication>())
            await gateway.DisposeAsync();
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }

    /// <summary>A new customer with one order.</summary>
    public (Customer Customer, Order Order) Add(OrderStatus status = OrderStatus.Shipped, params string[] variants)
    {
        var customer = TestShop.Customer();
        var order = customer.Order(status, variants.Length > 0 ? variants : ["mouse-wired"]);
        Shop.Add(customer).Add(order);
        return (customer, order);
    }

    /// <summary>A client of one of the gateways, with the customer's token.</summary>
    public HttpClient As(Customer customer, int replica = 0)
    {
        var client = new HttpClient { BaseAddress = new Uri(_gateways[replica].Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", new TokenIssuer(_key, TimeProvider.System).Issue(customer.Id, Role.Customer, null, TimeSpan.FromHours(1)));
        return client;
    }

    protected override void AddReasoning(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([.. Model.Settings, .. settings]).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddModels(configuration);
    }

    private WebApplication Gateway()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Support:Auth:SigningKey"] = Convert.ToBase64String(_key);
        builder.Configuration["Support:Limits:CustomerBurst"] = "100000";
        builder.Services.AddSingleton((IClusterClient)Grains);
        builder.Services.AddSingleton(Grains);
        builder.AddSupportApi();
        var app = builder.Build();
        app.MapSupportApi();
        return app;
    }
}

/// <summary>Two silos and two gateways.</summary>
public sealed class TwoSilos : ModelCluster;

/// <summary>The same with whole answers of the model.</summary>
public sealed class WholeAnswers() : ModelCluster("--Support:Reasoning:Stream", "false");
