namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>A product that was mentioned.</summary>
/// <param name="Product">The catalogue's product; null when several fit equally well.</param>
internal sealed record ProductMatch(Shop.Product? Product);
