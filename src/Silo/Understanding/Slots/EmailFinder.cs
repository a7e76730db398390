using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds e-mail addresses.</summary>
internal static class EmailFinder
{
    /// <summary>Every token that has a name, an at sign and a domain with a dot.</summary>
    public static IEnumerable<Entity> Find(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var at = tokens[i].Text.IndexOf('@');
            if (at > 0 && tokens[i].Text.IndexOf('.', at) > at + 1)
                yield return new Entity(EntityKind.Email, i, i, tokens[i].Text);
        }
    }
}
