using SupportAgents.Customers;
using SupportAgents.Grains.Specialists.Personalization.Skills;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Personalization.Skills;

public sealed class PreferenceSentencesTests
{
    private static readonly JsonText s_known = new("""{"size":"M","likes":["red"],"avoid":["wool"],"favouriteColors":["green","moss"]}""");

    [Theory]
    [InlineData("I prefer linen", """{"likes":["red","linen"]}""")]
    [InlineData("i really like blue and silver", """{"likes":["red","blue","silver"]}""")]
    [InlineData("I like blue but not pink", """{"likes":["red","blue"],"avoid":["wool","pink"]}""")]
    [InlineData("my size is L and I prefer green", """{"size":"L","likes":["red","green"]}""")]
    [InlineData("please change my size from M to L", """{"size":"L"}""")]
    [InlineData("my shoe size is US 9 now", """{"shoeSize":"US 9"}""")]
    [InlineData("my favourite brand is Halden", """{"brand":"Halden"}""")]
    [InlineData("please stop recommending headphones to me", """{"avoid":["wool","headphones"]}""")]
    [InlineData("don't recommend Stillwave any more", """{"avoid":["wool","Stillwave"]}""")]
    [InlineData("I'm allergic to nuts", """{"avoid":["wool","nuts"]}""")]
    [InlineData("only show me vegan products", """{"likes":["red","vegan"]}""")]
    [InlineData("I like red", """{"likes":["red"]}""")]
    [InlineData("forget my size", """{"size":null}""")]
    [InlineData("forget about wool", """{"avoid":[]}""")]
    [InlineData("forget all my preferences", """{"size":null,"likes":null,"avoid":null,"favouriteColors":null}""")]
    [InlineData("stop learning from what I do", """{"learnFromBehaviour":false}""")]
    [InlineData("you may learn from what I buy again", """{"learnFromBehaviour":true}""")]
    [InlineData("green isn't my colour", """{"favouriteColors":["moss"]}""")]
    public void Sentence_becomes_a_merge_patch(string sentence, string patch) =>
        Assert.Equal(patch, PreferenceSentences.Read(sentence, s_known, null)?.ToJsonString());

    [Theory]
    [InlineData("where is my order?")]
    [InlineData("forget my hat")]
    [InlineData("what do you know about me?")]
    public void Sentence_that_states_nothing_changes_nothing(string sentence) => Assert.Null(PreferenceSentences.Read(sentence, s_known, null));

    [Fact]
    public void Limit_is_noted_where_the_sentence_speaks_of_spending()
    {
        Assert.Equal("""{"maxPrice":60}""", PreferenceSentences.Read("I never want to spend more than 60 dollars", null, new Money(6000))?.ToJsonString());
        Assert.Equal("""{"maxPrice":60}""", PreferenceSentences.Read("I never want to spend more than 60 dollars on one thing", null, null)?.ToJsonString());
        Assert.Null(PreferenceSentences.Read("something near 60", null, new Money(6000)));
    }

    [Fact]
    public void Inference_that_is_denied_is_not_made_again()
    {
        InferredPreference[] inferred = [new() { Name = "brand", Value = "Halden", Evidence = "3 of the 4 items you bought", Confidence = 0.5 }];

        Assert.Equal("""{"neverInfer":["Halden"]}""", PreferenceSentences.Read("Halden isn't my favourite brand", null, null, inferred)?.ToJsonString());
    }

    [Theory]
    [InlineData("actually, forget that", true)]
    [InlineData("forget it", true)]
    [InlineData("please delete what I just said", true)]
    [InlineData("forget that I like wool", false)]
    [InlineData("forget my size", false)]
    public void Forgetting_that_is_told_from_forgetting_something(string sentence, bool that) => Assert.Equal(that, PreferenceSentences.ForgetsThat(sentence));

    [Fact]
    public void Undoing_takes_back_what_was_said_and_keeps_the_rest()
    {
        var said = PreferenceSentences.Read("I like wool and my size is L", null, null)!;
        var edits = PreferenceEdits.Of(new JsonText("""{"size":"L","likes":["red","wool"]}"""));

        Assert.Equal("""{"likes":["red"],"size":null}""", edits.Undo(said)?.ToJsonString());
    }
}
