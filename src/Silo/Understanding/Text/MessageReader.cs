using SupportAgents.Silo.Understanding.Catalogue;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Slots;

namespace SupportAgents.Silo.Understanding.Text;

/// <summary>Finds what a message names and gives each token the word that the classifier sees.</summary>
internal sealed class MessageReader(Vocabulary vocabulary)
{
    /// <summary>Reads a message without a customer: for training.</summary>
    public Message Read(string text, Token[] tokens) => Read(text, tokens, OwnOrders.None, CatalogueIndex.Empty);

    /// <summary>Reads a message of a customer.</summary>
    public Message Read(string text, Token[] tokens, OwnOrders orders, CatalogueIndex catalogue)
    {
        var taken = new bool[tokens.Length];
        var entities = new List<Entity>();
        void Take(IEnumerable<Entity> found)
        {
            foreach (var entity in found)
            {
                if (taken.AsSpan(entity.First, entity.Last - entity.First + 1).Contains(true))
                    continue;
                taken.AsSpan(entity.First, entity.Last - entity.First + 1).Fill(true);
                entities.Add(entity);
            }
        }
        Take(AddressFinder.Find(text, tokens));
        Take(EmailFinder.Find(tokens));
        Take(MoneyFinder.Find(tokens));
        Take(PaymentFinder.Find(tokens));
        Take(OrderIdFinder.Find(tokens, orders));
        Take(catalogue.FindProducts(tokens, taken, orders));
        entities.AddRange(catalogue.FindOptions(tokens, taken));
        entities.Sort((left, right) => left.First.CompareTo(right.First));
        return new Message(text, tokens, entities, Labels(tokens, entities));
    }

    private string?[] Labels(Token[] tokens, List<Entity> entities)
    {
        var labels = new string?[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            labels[i] = tokens[i].IsPunctuation ? null : vocabulary.Label(tokens[i].Text);
        foreach (var entity in entities)
        {
            if (StandIn(entity) is not { } word)
                continue;
            labels.AsSpan(entity.First, entity.Last - entity.First + 1).Clear();
            labels[entity.First] = word;
        }
        return labels;
    }

    /// <summary>The word that stands for a thing of this kind; null where the customer's own words say more.</summary>
    private static string? StandIn(Entity entity) => entity.Kind switch
    {
        EntityKind.Order => "xorder",
        EntityKind.Email => "xemail",
        EntityKind.Address => "xaddress",
        EntityKind.Money => "xmoney",
        EntityKind.Product => "xproduct",
        EntityKind.Payment when entity.Value is string id && id.Contains('_') => "xpayment",
        _ => null,
    };
}
