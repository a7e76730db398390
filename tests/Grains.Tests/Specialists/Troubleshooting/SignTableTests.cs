using SupportAgents.Grains.Specialists.Troubleshooting;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class SignTableTests
{
    private const string Table = "| Sign | Cause and remedy |\n|---|---|\n| Ring blinks red | Refill the tank. |\n| No steam | Wait, then clear the tip. |\n\nIf none of this helps, ask us.";

    [Fact]
    public void A_table_of_signs_is_read_row_by_row() =>
        Assert.Equal([new SignRow("Ring blinks red", "Refill the tank."), new SignRow("No steam", "Wait, then clear the tip.")], SignTable.Read(Table));

    [Theory]
    [InlineData("| | |\n|---|---|\n| Weight | 2 kg |")]
    [InlineData("| Where | Time |\n|---|---|\n| Here | 3 days |")]
    [InlineData("No table at all.")]
    [InlineData("|")]
    public void Other_tables_are_none(string text) => Assert.Empty(SignTable.Read(text));

    [Theory]
    [InlineData("the ring keeps blinking red", "Ring blinks red")]
    [InlineData("there is no steam", "No steam")]
    [InlineData("it is too loud", null)]
    public void Only_a_sign_that_was_told_fits(string symptom, string? sign) =>
        Assert.Equal(sign, SignTable.Fitting(SignTable.Read(Table), symptom).SingleOrDefault()?.Sign);

    [Fact]
    public void The_remedy_of_the_sign_that_was_told_is_the_step() =>
        Assert.Equal("Refill the tank.", Assert.Single(GuideSteps.Read(Table, "ring blinks red")).Text);

    [Fact]
    public void Rows_of_other_tables_are_no_steps() =>
        Assert.Equal(["Press the switch."], GuideSteps.Read("| | |\n|---|---|\n| Weight | 2 kg |\n\n1. Press the switch.", "dark").Select(step => step.Text));
}
