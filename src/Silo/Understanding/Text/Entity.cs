namespace SupportAgents.Silo.Understanding.Text;

/// <summary>What a stretch of a message names.</summary>
internal enum EntityKind { Order, Email, Address, Money, Payment, Product, Option }

/// <summary>A stretch of tokens that names something.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Value">The thing: a string for an order, an e-mail or a payment method, else the record of its kind.</param>
internal sealed record Entity(EntityKind Kind, int First, int Last, object Value);
