using System.Reflection;
using NetArchTest.Rules;
using SupportAgents.Api;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Silo.Hosting;

namespace SupportAgents.EndToEnd.Tests.Architecture;

/// <summary>Dependencies point one way: Abstractions, Grains, Silo; Abstractions, Api.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Contracts = typeof(IConversationGrain).Assembly;
    private static readonly Assembly Grains = typeof(Toolbox).Assembly;
    private static readonly Assembly Gateway = typeof(SupportApi).Assembly;
    private static readonly Assembly SiloHost = typeof(SupportSilo).Assembly;

    public static TheoryData<string, string[]> Allowed => new()
    {
        { Contracts.GetName().Name!, [] },
        { Grains.GetName().Name!, [Contracts.GetName().Name!] },
        { Gateway.GetName().Name!, [Contracts.GetName().Name!] },
        { SiloHost.GetName().Name!, [Contracts.GetName().Name!, Grains.GetName().Name!] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_knows_only_what_it_may(string assembly, string[] allowed)
    {
        var ours = Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("SupportAgents.", StringComparison.Ordinal));
        Assert.Empty(ours.Except(allowed));
    }

    [Fact]
    public void Contracts_reference_Orleans_and_nothing_else()
    {
        var foreign = Contracts.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("Orleans", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));
        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Dapper")]
    [InlineData("Anthropic")]
    [InlineData("Amazon")]
    [InlineData("Microsoft.AspNetCore")]
    public void Agents_know_no_driver_and_no_vendor(string dependency)
    {
        var result = Types.InAssembly(Grains).ShouldNot().HaveDependencyOnAny(dependency).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("Amazon")]
    [InlineData("OpenAI")]
    public void The_models_vendors_are_known_in_one_folder(string vendor)
    {
        var result = Types.InAssembly(SiloHost).That().DoNotResideInNamespace("SupportAgents.Silo.ModelProviders").ShouldNot().HaveDependencyOnAny(vendor).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Grains_are_sealed()
    {
        var result = Types.InAssembly(Grains).That().Inherit(typeof(Grain)).And().AreNotAbstract().Should().BeSealed().GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
