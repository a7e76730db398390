using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Identity;
using SupportAgents.Silo.Tests.Data;
using SupportAgents.Silo.Tests.Data.Import;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Verbs;

namespace SupportAgents.Silo.Tests.Verbs;

[Collection(StorageTests.Name)]
public sealed class SupportVerbsTests(StorageFixture fixture)
{
    [Theory]
    [InlineData(), InlineData("--data", "x"), InlineData("--demo", "false", "--urls=http://localhost:1"), InlineData("--urls", "http://localhost:1")]
    public async Task Arguments_without_a_verb_start_a_server(params string[] args) => Assert.Null(await SupportVerbs.TryRun(args));

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Import_then_export_through_the_verbs(Dialect dialect)
    {
        var settings = await fixture.Settings(dialect);
        using var folder = new ImportFolder();
        folder.Write("in/customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c"}""" + "\n");

        var (code, output, error) = await Run(settings, "import", folder.Sub("in"), "--demo", "false");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Imported 1 customers", output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(settings, "--demo=true", "export", folder.Sub("out"))).Code);
        Assert.Equal(await File.ReadAllTextAsync(folder.Sub("in/customers.jsonl")), await File.ReadAllTextAsync(folder.Sub("out/customers.jsonl")));
        Assert.Equal(["customers.jsonl"], Directory.GetFileSystemEntries(folder.Sub("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Refusals_go_to_standard_error_with_a_code()
    {
        var settings = await fixture.Settings(Dialect.Sqlite);
        using var folder = new ImportFolder();
        folder.Write("in/customers.jsonl", "{}");

        foreach (var args in new string[][]
        {
            ["import", folder.Sub("in")], ["import", folder.Sub("nowhere")], ["import"], ["export", folder.Sub("in")], ["frobnicate"],
            ["token"], ["token", "--customer", "c", "--role", "staff"], ["token", "--role", "boss"], ["token", "--customer", "c", "--hours", "0"],
        })
        {
            var (code, _, error) = await Run(settings, args);
            Assert.NotEqual(0, code);
            Assert.NotEmpty(error);
        }

        Assert.StartsWith("customers.jsonl:1: missing member", (await Run(settings, "import", folder.Sub("in"))).Error, StringComparison.Ordinal);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Migrate_makes_the_schema_and_the_signing_key_and_may_be_repeated(Dialect dialect)
    {
        var settings = await fixture.Settings(dialect);
        using var folder = new ImportFolder();

        for (var time = 0; time < 2; time++)
            Assert.Equal((0, "The schema is up to date."), await Run(settings, "migrate", "--data", folder.Sub("d")) is var (code, output, _) ? (code, output.Trim()) : default);

        Assert.True(File.Exists(folder.Sub("d/signing.key")));
    }

    [Fact]
    public async Task Train_leaves_a_model_that_this_build_reads()
    {
        using var folder = new ImportFolder();

        Assert.Equal(0, (await Run([], "train", "--output", folder.Sub("understanding.model"))).Code);

        Assert.NotNull(ModelFile.Read(folder.Sub("understanding.model")));
    }

    [Fact]
    public async Task Data_option_goes_before_the_settings()
    {
        using var folder = new ImportFolder();

        Assert.Equal(0, (await Run([], "token", "--role", "staff", "--data", folder.Sub("d"))).Code);

        Assert.True(File.Exists(folder.Sub("d/signing.key")));
    }

    [Theory]
    [InlineData("Support:DataDirectory", "d")]
    [InlineData("Support:Storage:DataFolder", "d")]
    public async Task Token_is_signed_with_the_key_in_the_folder_that_a_container_is_told(string setting, string sub)
    {
        using var folder = new ImportFolder();

        Assert.Equal(0, (await Run(new() { [setting] = folder.Sub(sub) }, "token", "--role", "staff")).Code);

        Assert.True(File.Exists(folder.Sub($"{sub}/signing.key")));
    }

    [Fact]
    public async Task Data_option_goes_before_the_folder_that_a_container_is_told()
    {
        using var folder = new ImportFolder();

        Assert.Equal(0, (await Run(new() { ["Support:DataDirectory"] = folder.Sub("a") }, "token", "--role", "staff", "--data", folder.Sub("b"))).Code);

        Assert.True(File.Exists(folder.Sub("b/signing.key")));
    }

    [Theory]
    [InlineData("c#1", "customer", null, "--customer", "c#1")]
    [InlineData("staff", "staff", null, "--role", "staff")]
    [InlineData("Kim", "admin", "Kim", "--role", "admin", "--name", "Kim")]
    public async Task Token_is_signed_with_the_installations_key(string subject, string role, string? name, params string[] args)
    {
        var settings = await fixture.Settings(Dialect.Sqlite);
        var (code, output, _) = await Run(settings, ["token", .. args]);
        Assert.Equal(0, code);

        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(output.Trim(), new TokenValidationParameters
        {
            ValidIssuer = "support-agents",
            ValidAudience = "support-agents",
            IssuerSigningKey = new SymmetricSecurityKey(SigningKey.Load("", settings["Support:Storage:DataFolder"]!)),
        });

        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        var token = (JsonWebToken)checkedToken.SecurityToken;
        Assert.Equal((subject, role), (token.Subject, token.GetClaim("role").Value));
        Assert.Equal(name, token.TryGetClaim("name", out var claim) ? claim.Value : null);
        Assert.Equal(TimeSpan.FromDays(30), token.ValidTo - token.ValidFrom);
    }

    private static async Task<(int? Code, string Output, string Error)> Run(Dictionary<string, string?> settings, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SupportVerbs.TryRun(args, output, error, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return (code, output.ToString(), error.ToString());
    }
}
