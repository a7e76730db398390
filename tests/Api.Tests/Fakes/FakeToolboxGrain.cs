using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>A tool for each kind of outcome.</summary>
public sealed class FakeToolboxGrain : Grain, IToolboxGrain
{
    public Task<IReadOnlyList<ToolDescription>> Describe(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<ToolDescription>>(
    [
        new ToolDescription { Name = "list_orders", Description = "Lists", InputSchema = new JsonText("""{"type":"object"}"""), IsReadOnly = true },
        new ToolDescription
        {
            Name = "return_delivered_order_items",
            Description = "Returns",
            InputSchema = new JsonText("""{"type":"object","properties":{"order_id":{"type":"string"}},"required":["order_id"]}"""),
            IsReadOnly = false,
        },
    ]);

    public Task<ToolOutcome> Invoke(Principal who, string tool, string argumentsJson, CancellationToken cancellationToken = default) => Task.FromResult(tool switch
    {
        "list_orders" => new ToolOutcome { Text = "One order.", Data = new JsonText($$"""{"customer":"{{who.CustomerId}}","arguments":{{argumentsJson}}}""") },
        "return_delivered_order_items" => new ToolOutcome { Text = "Return the kettle?", Proposal = Script.ReturnProposal },
        "get_order_details" => new ToolOutcome
        {
            Text = "There is no such order.",
            Refusal = new Refusal { Code = "order_not_found", Rule = "The order must be yours.", Facts = new Dictionary<string, string> { ["order_id"] = "#W2" }, Nearest = "List your orders." },
        },
        _ => throw new TimeoutException("scripted"),
    });
}
