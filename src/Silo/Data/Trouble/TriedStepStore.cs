using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Trouble;

/// <summary>Tried steps in the database: one row for each conversation and product.</summary>
internal sealed class TriedStepStore(Database database) : ITriedStepStore
{
    public Task Remember(TriedSteps tried, CancellationToken cancellationToken) =>
        database.Write(tried.CustomerId, session => session.Execute(
            """
            INSERT INTO tried_steps (customer_id, product_id, conversation_id, symptom, steps, at)
            VALUES (@CustomerId, @ProductId, @ConversationId, @Symptom, @Steps, @At)
            ON CONFLICT (conversation_id, product_id) DO UPDATE SET symptom = excluded.symptom, steps = excluded.steps, at = excluded.at
            """, new
            {
                tried.CustomerId,
                tried.ProductId,
                tried.ConversationId,
                Symptom = StoredText.Plain(tried.Symptom),
                Steps = StoredText.ToJson(tried.Steps.Select(step => StoredText.Plain(step))),
                tried.At,
            }), cancellationToken);

    public Task<IReadOnlyList<TriedSteps>> Of(string customerId, string productId, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<TriedSteps>>(customerId, async session => [.. (await session.List<Row>(
            "SELECT * FROM tried_steps WHERE customer_id = @customerId AND product_id = @productId AND at >= @since ORDER BY at",
            new { customerId, productId, since })).Select(row => row.ToSteps())], cancellationToken);

    private sealed record Row
    {
        public string CustomerId { get; init; } = "";
        public string ProductId { get; init; } = "";
        public string ConversationId { get; init; } = "";
        public string Symptom { get; init; } = "";
        public string Steps { get; init; } = "[]";
        public DateTimeOffset At { get; init; }

        public TriedSteps ToSteps() => new()
        {
            CustomerId = CustomerId,
            ProductId = ProductId,
            ConversationId = ConversationId,
            Symptom = Symptom,
            Steps = StoredText.FromJson<string[]>(Steps),
            At = At,
        };
    }
}
