using SupportAgents.Grains.Specialists.Troubleshooting.Issues;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting.Issues;

public sealed class SameTroubleTests
{
    [Theory]
    [InlineData("my Solo espresso machine: the ring blinks red", "the ring on my Solo keeps blinking red", true)]
    [InlineData("the left earbud is silent", "left earbud stays silent since yesterday", true)]
    [InlineData("it leaks", "it is leaking!", true)]
    [InlineData("the ring blinks red", "the steam wand is clogged", false)]
    [InlineData("my Solo espresso machine is slow", "my Solo espresso machine leaks", false)]
    [InlineData("the pump makes a loud noise when I steam milk", "it makes coffee with a strange taste", false)]
    [InlineData("", "it leaks", false)]
    public void Trouble_is_the_same_when_its_words_are(string one, string other, bool same)
    {
        Assert.Equal(same, SameTrouble.IsTold(one, other, "Solo Compact Espresso Machine"));
        Assert.Equal(same, SameTrouble.IsTold(other, one, "Solo Compact Espresso Machine"));
    }
}
