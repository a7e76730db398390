using System.Text.Json;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data.Shop;
using SupportAgents.Silo.Data.Webhooks;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>Carries out one confirmed proposal inside its transaction; the proposal's row is locked already.</summary>
internal sealed class Confirmation(DbSession session, Principal who, DateTimeOffset now, WebhookEvents webhooks)
{
    /// <summary>The proposal as it stands afterwards.</summary>
    public async Task<StoredProposal> Settle(StoredProposal proposal, Func<StoredProposal, ProposalFacts, ProposalDecision> decide)
    {
        if (proposal.State != ProposalState.Open)
            return proposal;
        if (proposal.Shown.ExpiresAt <= now)
            return await Stale(proposal, $"The proposal was open until {proposal.Shown.ExpiresAt:u} and has expired.");
        if (await ReadFacts(proposal) is not { } facts)
            return await Stale(proposal, "The customer or the order is no longer there.");

        var decision = decide(proposal, facts);
        if (decision.Effect is not { } effect)
            return await Stale(proposal, decision.StaleReason ?? throw new InvalidOperationException("a decision has an effect or a reason"));

        if (effect.Order is { } order)
            await OrderTable.Save(session, [order]);
        if (effect.Customer is { } customer)
            await CustomerTable.Save(session, [customer]);
        var executed = proposal with { State = ProposalState.Executed, LedgerId = $"l_{Guid.CreateVersion7(now):N}", Result = effect.Result, ExecutedAt = now };
        await WriteLedger(executed, facts.Policies.Version);
        await OutboxRow.Insert(session, webhooks.Of(executed, who, now));
        return await ProposalTable.Settle(session, executed);
    }

    private Task<StoredProposal> Stale(StoredProposal proposal, string reason) =>
        ProposalTable.Settle(session, proposal with { State = ProposalState.Stale, StaleReason = reason });

    private async Task<ProposalFacts?> ReadFacts(StoredProposal proposal)
    {
        // Always the order before the customer, so that two confirmations cannot wait for each other.
        var order = proposal.OrderId is { } orderId ? await OrderTable.Lock(session, proposal.CustomerId, orderId) : null;
        var customer = await CustomerTable.Find(session, proposal.CustomerId, locked: true);
        if (customer is null || (proposal.OrderId is not null && order is null))
            return null;
        return new ProposalFacts
        {
            Customer = customer,
            Order = order,
            Products = await ReadProducts(order, NewVariants(proposal.Arguments)),
            Policies = await PolicyTable.Current(session),
        };
    }

    private async Task<IReadOnlyList<Product>> ReadProducts(Order? order, IReadOnlyList<string> newVariants)
    {
        var products = new Dictionary<string, Product>(StringComparer.Ordinal);
        foreach (var id in (order?.Items ?? []).Select(item => item.ProductId).Distinct(StringComparer.Ordinal))
        {
            foreach (var product in await ProductTable.Where(session, "id = @id", new { id }))
                products[product.Id] = product;
        }

        foreach (var id in newVariants.Where(id => !products.Values.Any(product => product.FindVariant(id) is not null)))
        {
            foreach (var product in await ProductTable.Where(session, "id = (SELECT product_id FROM variants WHERE id = @id)", new { id }))
                products[product.Id] = product;
        }

        return [.. products.Values];
    }

    private static List<string> NewVariants(JsonText arguments)
    {
        using var document = JsonDocument.Parse(arguments.Json);
        return document.RootElement.TryGetProperty("new_variant_ids", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)]
            : [];
    }

    private Task<int> WriteLedger(StoredProposal executed, string? policyVersion) => session.Execute(
        """
        INSERT INTO ledger (id, proposal_id, customer_id, order_id, kind, arguments, amount_cents, actor, actor_role, policy_version, result, at)
        VALUES (@LedgerId, @ProposalId, @CustomerId, @OrderId, @Kind, @Arguments, @Cents, @Subject, @Role, @policyVersion, @Result, @now)
        """, new
        {
            executed.LedgerId,
            ProposalId = executed.Shown.Id,
            executed.CustomerId,
            executed.OrderId,
            executed.Shown.Kind,
            Arguments = executed.Arguments.Json,
            executed.Shown.Amount.Cents,
            who.Subject,
            Role = StoredText.Name(who.Role),
            policyVersion,
            Result = executed.Result!.Json,
            now,
        });
}
