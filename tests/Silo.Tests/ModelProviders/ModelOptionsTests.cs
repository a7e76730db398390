using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Silo.ModelProviders;

namespace SupportAgents.Silo.Tests.ModelProviders;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("Provider=Bedrock;Supervisor=m", "Support:Model:Region")]
    [InlineData("Provider=Bedrock;Region=us-east-1", "Support:Model:Supervisor")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;AccessKey=a", "Support:Model:SecretKey")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;SessionToken=a", "Support:Model:SessionToken")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;Endpoint=http://proxy/bedrock", "no path")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;Endpoint=proxy", "not an http or https address")]
    [InlineData("Provider=OpenAI;Endpoint=http://localhost:11434/v1", "Support:Model:Supervisor")]
    [InlineData("Provider=OpenAI;Supervisor=m", "Support:Model:ApiKey")]
    [InlineData("Provider=OpenAI;Supervisor=m;Endpoint=ftp://x", "not an http or https address")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;MaxOutputTokens=1", "MaxOutputTokens")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;DayBudget:Cost=10", "Support:Model:Prices")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;DayBudget:Calls=-1", "Support:Model:DayBudget")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;Prices:0:Input=3", "Support:Model:Prices")]
    public void What_is_missing_or_wrong_is_named(string settings, string told) =>
        Assert.Contains(told, Assert.Throws<OptionsValidationException>(() => Read(settings)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Provider=BuiltIn")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m")]
    [InlineData("Provider=Bedrock;Region=us-east-1;Supervisor=m;Prices:0:Model=m;Prices:0:Input=3;DayBudget:Cost=10")]
    [InlineData("Provider=OpenAI;Supervisor=m;Endpoint=http://localhost:11434/v1")]
    public void What_suffices_is_taken(string settings) => Assert.NotNull(Read(settings));

    [Fact]
    public void Region_and_key_may_have_AWS_s_own_names()
    {
        var options = Read("Provider=Bedrock;Supervisor=m", ("AWS_REGION", "eu-west-1"), ("AWS_BEARER_TOKEN_BEDROCK", "key"));

        Assert.Equal(("eu-west-1", "key"), (options.Region, options.ApiKey));
    }

    [Fact]
    public void Without_a_provider_there_is_no_model() =>
        Assert.Null(Services("").GetKeyedService<IChatClient>(ModelRoles.Specialist));

    private static ModelOptions Read(string settings, params (string Key, string Value)[] environment) => Services(settings, environment).GetRequiredService<IOptions<ModelOptions>>().Value;

    private static ServiceProvider Services(string settings, params (string Key, string Value)[] environment)
    {
        var pairs = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create($"Support:Model:{pair[0]}", (string?)pair[1]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. pairs, .. environment.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddModels(configuration).BuildServiceProvider();
    }
}
