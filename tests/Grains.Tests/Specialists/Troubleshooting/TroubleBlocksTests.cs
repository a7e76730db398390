using SupportAgents.Grains.Specialists.Troubleshooting;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class TroubleBlocksTests
{
    private const string Section = """
        1. Slipping of the poles
        - Issue: The poles slip while in use.
        - Solution: Turn the lock until it is firmly in place.
        2. Loose grips
        - Issue: The grips come loose.
        - Solution: Glue them on again.
        """;

    [Fact]
    public void Of_several_troubles_the_one_that_is_told_is_read() =>
        Assert.Equal(["Solution: Glue them on again."], GuideSteps.Read(Section, "how to fix loose grips").Select(step => step.Text));

    [Fact]
    public void A_warning_is_not_parted_from_what_follows_it() =>
        Assert.Equal(["Empty it.", "**Warning:** stop if it smells. Pull the plug and call us."],
            GuideSteps.Read("1. Empty it.\n\nIt is heavy. **Warning:** stop if it smells. Pull the plug and call us.", "it smells").Select(step => step.Text));

    [Fact]
    public void What_comes_before_branches_is_the_first_step() =>
        Assert.Equal(["Let it rest for ten minutes.", "- If it starts again, all is well.\n- If it stays silent, claim the warranty."],
            GuideSteps.Read("Let it rest for ten minutes.\n- If it starts again, all is well.\n- If it stays silent, claim the warranty.", "it stopped").Select(step => step.Text));
}
