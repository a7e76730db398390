using SupportAgents.Failures;
using SupportAgents.Silo.Identity;
using SupportAgents.Silo.Tests.Data.Import;

namespace SupportAgents.Silo.Tests.Identity;

public sealed class SigningKeyTests
{
    [Fact]
    public async Task Key_made_by_many_at_once_is_one_and_private()
    {
        using var folder = new ImportFolder();

        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToBase64String(SigningKey.Load("", folder.Path)))));

        Assert.Single(keys.Distinct());
        Assert.Equal(["signing.key"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Sub("signing.key")));
    }

    [Theory, InlineData("not base64!"), InlineData("c2hvcnQ=")]
    public void Configured_key_that_is_too_weak_is_refused(string configured) =>
        Assert.Equal(FailureKind.Invalid, Assert.Throws<SupportException>(() => SigningKey.Load(configured, "unused")).Kind);

    [Fact]
    public void Configured_key_goes_before_the_file() =>
        Assert.Equal(Enumerable.Repeat((byte)7, 32), SigningKey.Load(Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()), "unused"));
}
