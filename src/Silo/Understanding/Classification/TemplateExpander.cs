using System.Text;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Makes sentences of templates. <c>(a|b|)</c> stands for one of its parts and <c>{list}</c> for an entry of that
/// list. The same seed gives the same sentences.
/// </summary>
internal sealed class TemplateExpander(IReadOnlyDictionary<string, string[]> lists, Random random)
{
    private const int MostExtra = 10;

    /// <summary>One sentence of the template, with its choices made at random.</summary>
    public string Expand(string template)
    {
        var text = new StringBuilder();
        Append(text, template);
        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How many different sentences are worth making of it.</summary>
    public static int Variety(string template, int usual) =>
        usual + (template.Contains('{') ? 2 : 0) + Math.Min(template.Count(c => c == '|'), MostExtra);

    private void Append(StringBuilder text, string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            var c = template[at];
            var close = c == '{' ? template.IndexOf('}', at) : c == '(' ? template.IndexOf(')', at) : -1;
            if (close < 0)
            {
                text.Append(c);
                at++;
                continue;
            }
            var inside = template[(at + 1)..close];
            if (c == '{')
                text.Append(Pick(lists.TryGetValue(inside, out var entries) ? entries : throw Unknown(inside, template)));
            else if (inside.Contains('|'))
                Append(text, Pick(inside.Split('|')));
            else
                text.Append('(').Append(inside).Append(')');
            at = close + 1;
        }
    }

    private string Pick(string[] entries) => entries[random.Next(entries.Length)];

    private static InvalidOperationException Unknown(string list, string template) =>
        new($"The training line \"{template}\" names the list {list}, which does not exist.");
}
