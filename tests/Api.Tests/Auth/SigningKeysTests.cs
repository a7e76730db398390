using Microsoft.Extensions.Configuration;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Auth;

public sealed class SigningKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Configured_key_wins_over_the_file()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "signing.key"), Convert.ToBase64String(new byte[32]));

        var key = SigningKeys.Find(new AuthOptions { SigningKey = Tokens.KeyText }, Configuration());

        Assert.Equal(Tokens.KeyText, Convert.ToBase64String(key.Key));
    }

    [Fact]
    public void Key_is_read_from_the_data_folder()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "signing.key"), Tokens.KeyText + "\n");

        Assert.Equal(Tokens.KeyText, Convert.ToBase64String(SigningKeys.Find(new AuthOptions(), Configuration()).Key));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void Weak_or_broken_key_is_refused(string text) =>
        Assert.Throws<InvalidOperationException>(() => SigningKeys.Find(new AuthOptions { SigningKey = text }, Configuration()));

    [Fact]
    public void No_key_at_all_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => SigningKeys.Find(new AuthOptions(), Configuration()));

    public void Dispose() => _folder.Delete(recursive: true);

    private IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Support:DataDirectory"] = _folder.FullName }).Build();
}
