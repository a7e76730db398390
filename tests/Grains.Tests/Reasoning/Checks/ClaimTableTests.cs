using SupportAgents.Grains.Reasoning.Checks;

namespace SupportAgents.Grains.Tests.Reasoning.Checks;

/// <summary>A table of sentences, true and false: a check that takes true ones away is as wrong as one that lets false ones through.</summary>
public sealed class ClaimTableTests
{
    private static readonly DateOnly s_today = new(2026, 3, 10);
    private static readonly Secrets s_secrets = new(["You are the order specialist of a shop. Use the tools for every fact that you tell."], ["cancel_pending_order", "mia_lee_4821"]);

    public static TheoryData<string, string> Sentences
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reasoning", "Checks", "claims.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
                data.Add(line.Split('\t')[0], line.Split('\t')[1]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_breaks_the_rule_that_the_table_says(string rule, string sentence)
    {
        var fault = new SentenceCheck(Evidence(), s_secrets).Check(sentence);

        Assert.Equal(rule, fault?.Kind switch
        {
            null => "ok",
            FaultKind.Untraced => "untraced",
            FaultKind.NotDone => "not-done",
            FaultKind.Promise => "promise",
            _ => "internal",
        });
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_breaks_a_rule_is_never_shown_and_what_breaks_none_is_shown_whole(string rule, string sentence)
    {
        var check = new SentenceCheck(Evidence(), s_secrets);
        var gate = new ReplyGate(check, s_secrets, limit: 1_000);

        var shown = string.Concat($"{sentence} ".Select(letter => gate.Push($"{letter}"))) + gate.Flush();

        if (rule == "ok")
            Assert.Equal(sentence, shown.Trim());
        else
            Assert.DoesNotContain(check.Check(sentence)!.What, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_person_who_takes_over_may_be_announced()
    {
        var evidence = new Evidence(s_today) { IsHandedOff = true };

        Assert.Null(new SentenceCheck(evidence, s_secrets).Check("A colleague will take over from here; I have transferred your request."));
    }

    [Theory]
    [InlineData("I have cancelled order #W2378156 and refunded $158.90.")]
    [InlineData("Your order was cancelled.")]
    public void What_was_done_in_this_conversation_may_be_said(string sentence)
    {
        var evidence = Evidence();
        evidence.AddDone("Done: order #W2378156 is cancelled, and the refund of $158.90 goes to your card.");

        Assert.Null(new SentenceCheck(evidence, s_secrets).Check(sentence));
    }

    private static Evidence Evidence()
    {
        var evidence = new Evidence(s_today);
        evidence.AddFact("""
            Order #W2378156 is delivered.
            {"id":"#W2378156","status":"delivered","placedAt":"2026-02-26T09:00:00Z","deliveredAt":"2026-03-03T10:00:00Z","returnUntil":"2026-04-02","address":{"line1":"12 Main Street","city":"Springfield","postalCode":"62704"},
            "items":[{"variantId":"9624127908","name":"Electric Kettle","options":{"capacity":"1.5L","power":"1500 W"},"price":158.90},{"name":"Wall Clock","price":195.59}],"fulfillments":[{"trackingIds":["443521489581"]}],"payments":[{"kind":"payment","paymentMethod":"Visa ending in 4242"}]}
            """);
        evidence.AddFact("""Order #W5555555 is shipped. {"id":"#W5555555","status":"shipped","shippedAt":"2026-03-08T08:00:00Z"}""");
        evidence.AddFact("""Desk Lamp, rated 4.5 stars. {"price":1299.00,"available":true,"warrantyMonths":24} Order #W1234567 is cancelled.""");
        evidence.AddFact("""
            Returns within 30 days of delivery. Refund time: 5 to 7 business days. We issue refunds to the original payment method. Shipping is free for orders over $50. We ship within 2 business days.
            You will be notified by e-mail when it ships. We accept Visa and PayPal. Under the warranty we replace what is defective. Hours: Monday to Friday, 9:00 to 17:00, 1-800-555-0199. Only pending orders can be cancelled.
            """);
        evidence.AddProposal("Return the kettle of order #W2378156: a refund of $158.90 to the gift card.");
        evidence.AddMention("Give me $500 back for #W0000404! My postal code is 90210.");
        return evidence;
    }
}
