using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Troubleshooting.Issues;

/// <summary>What a customer tried in vain in earlier conversations, so that they are not sent through it again.</summary>
public sealed class TroubleMemory(ITriedStepStore steps, ICatalogStore catalog)
{
    /// <summary>How long a step counts as tried.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    /// <summary>The state with what was tried before with the same trouble.</summary>
    public async Task<TroubleState> Recall(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        if (state.ProductId is not { } product || context.Task.Who.CustomerId is not { } customer)
            return state;
        var name = (await catalog.Find(product, cancellationToken))?.Name;
        var earlier = (await steps.Of(customer, product, context.Now - Lasts, cancellationToken))
            .Where(tried => tried.ConversationId != context.Task.ConversationId && SameTrouble.IsTold(tried.Symptom, state.Symptom, name))
            .SelectMany(tried => tried.Steps).Except(state.Tried).ToList();
        return earlier.Count == 0 ? state : state with { Tried = [.. earlier, .. state.Tried], Earlier = earlier };
    }

    /// <summary>Keeps what did not help.</summary>
    public Task Keep(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var own = state.Tried.Except(state.Earlier).Distinct().ToList();
        return state.ProductId is not { } product || context.Task.Who.CustomerId is not { } customer || own.Count == 0
            ? Task.CompletedTask
            : steps.Remember(new TriedSteps
            {
                CustomerId = customer,
                ProductId = product,
                ConversationId = context.Task.ConversationId,
                Symptom = state.Symptom,
                Steps = own,
                At = context.Now,
            }, cancellationToken);
    }
}
