using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class AnswerPagesTests
{
    private static readonly KnowledgeHit Policy = Page("Shipping policy", "What it costs", "The price you see is the price you pay: shipping is free to every country.", KnowledgeKind.Policy, 1);
    private static readonly KnowledgeHit Countries = Page("Questions", "Which countries do you serve?", "Canada, Mexico and Japan.", KnowledgeKind.Faq, 0.9);
    private static readonly KnowledgeHit Customs = Page("Questions", "Will I have to pay customs?", "No. Duties are in the price.", KnowledgeKind.Faq, 1);

    [Theory]
    [InlineData("Which countries do you ship to?", "Which countries do you serve?")]
    [InlineData("do I have to pay for shipping?", "What it costs")]
    public void The_listed_question_that_is_this_one_comes_first_else_the_policy(string question, string section) =>
        Assert.Equal(section, AnswerPages.InOrder([Customs, Policy, Countries], question, isAboutShop: true)[0].Section);

    [Fact]
    public void A_page_that_is_headed_by_the_question_comes_before_the_introduction() =>
        Assert.Equal("Use > Choosing the step", AnswerPages.InOrder(
            [Page("Grinder", "About your grinder", "It has steps for French press.", KnowledgeKind.Manual, 1), Page("Grinder", "Use > Choosing the step", "French press 26.", KnowledgeKind.Manual, 1)],
            "Which step for French press?", isAboutShop: false)[0].Section);

    [Theory]
    [InlineData("what is your email address?", "contact_email")]
    [InlineData("can I call you?", "contact_phone")]
    [InlineData("what are your opening hours?", "contact_hours")]
    [InlineData("how can I reach you?", "contact")]
    [InlineData("do you have a shop in Berlin?", null)]
    public void A_contact_is_told_when_a_contact_is_asked_for(string question, string? key) =>
        Assert.Equal(key, ContactKeys.Of(question, new ShopContact { Email = "a@b.example", Phone = "1", Hours = "9 to 5" }));

    private static KnowledgeHit Page(string title, string section, string text, KnowledgeKind kind, double coverage) =>
        new() { DocumentId = title, Title = title, Section = section, Text = text, Kind = kind, Score = coverage, Coverage = coverage };
}
