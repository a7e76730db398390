using SupportAgents.Grains.Specialists.Troubleshooting;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class GuideBranchesTests
{
    private const string Lights = "- **If the light blinks blue slowly,** the password is wrong.\n- **If the light blinks red,** restart it.\n- **If the light is off,** press the button to reset it.\n\nSwitch it on again afterwards.";

    [Theory]
    [InlineData("The password is right. Now the light is off", "**If the light is off,** press the button to reset it.")]
    [InlineData("now it is red", "**If the light blinks red,** restart it.")]
    [InlineData("no change", null)]
    [InlineData("the light is strange", null)]
    public void What_is_told_picks_its_line(string told, string? line) =>
        Assert.Equal(line is null ? [] : [line], GuideBranches.Told(GuideBranches.Of(Lights), told));

    [Theory]
    [InlineData("1. Try another socket.\n2. If the ring never lights up, claim the warranty.", "No, the ring never lights up", true)]
    [InlineData("1. Dry everything.\n2. Tank: check the seal.\n3. From below: do not use it again. This is a warranty case.", "it is coming from below", true)]
    [InlineData("1. Dry everything.\n2. Tank: check the seal.\n3. From below: do not use it again. This is a warranty case.", "it comes from the tank", false)]
    [InlineData("- **If it stays on,** pull the plug for ten minutes. If it comes on again, claim the warranty.", "it stays on", false)]
    [InlineData("4. **If bubbles rise,** stop. Do not try again: claim the warranty (24 months).", "bubbles rise at the thread", true)]
    public void A_line_that_leaves_nothing_to_try_ends_it(string text, string told, bool ends) =>
        Assert.Equal(ends, GuideBranches.Ends(Assert.Single(GuideBranches.Told(GuideBranches.Of(text), told))));
}
