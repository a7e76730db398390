using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class BackstoryTests
{
    [Theory]
    [InlineData("Hi, I just bought the Solaris lantern and I'm not sure how bright it is. How many lumens does it have?", "I'm not sure how bright it is. How many lumens does it have?")]
    [InlineData("I recently purchased your power bank. How heavy is it?", "How heavy is it?")]
    [InlineData("Hello, I've just received my water filter. Should I rinse it first?", "Should I rinse it first?")]
    public void Where_a_thing_comes_from_is_no_part_of_the_question(string text, string asked) => Assert.Equal(asked, Backstory.Without(text));

    [Theory]
    [InlineData("I just received my order. Where is the rest of it?")]
    [InlineData("I just got the kettle and it is broken")]
    [InlineData("I just got the wrong kettle. Can you help?")]
    [InlineData("I recently bought the lamp #N10042. Can I return it?")]
    [InlineData("Can I return what I just bought?")]
    [InlineData("I just bought the lantern, ok?")]
    public void What_belongs_to_the_matter_stays(string text) => Assert.Equal(text, Backstory.Without(text));
}
