using System.Globalization;
using System.Text;
using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Puts single sentences together to messages, in the ways in which customers do.</summary>
internal sealed class MessageComposer(IReadOnlyList<(string Text, string Intent)> lines, Random random)
{
    private const double HasContext = 0.4;
    private const double IsList = 0.2;
    private const double IsSame = 0.15;
    private const double IsNumbered = 0.05;

    private static readonly string[] Marks = [" #) ", " #. ", " (#) ", "\n#. ", "\n- ", " #/ "];

    private static readonly string[] Joints =
    [
        ". ", ". ", ". ", ". Also, ", ". Also ", ". And ", ". Then ", ". Plus ", ". Oh and ", "! ", "... ", "\n", "\n\n", "; ", ". One more thing: ", ". Second, ", ". Separately, ",
        " and ", " and ", " and ", " and also ", ", and ", ", and ", ", and also ", " also ", ", also ", ", ", ", ", " plus ", ", plus ", ", then ", " and then ", " & ", " n ", " - ",
        ", oh and ", " and while i'm here ", ", but before that ", ". Before that, ", ". On another note ", " btw ", ", and please ", " and can you also tell me, ", " so ", ", but ", " but ", " ", " ",
    ];

    private static readonly string[] Pauses = [". ", ". ", ", ", ", ", "! ", "... ", " - ", "\n", " and ", " because ", " so ", " "];

    private readonly List<(string Text, string Intent)> asks = [.. lines.Where(line => line.Intent is not (TrainingSet.Context or Intents.OutOfScope)
        && !IntentFamilies.IsManners(line.Intent))];
    private readonly Dictionary<string, List<(string Text, string Intent)>> byIntent = lines.GroupBy(line => line.Intent).ToDictionary(group => group.Key, group => group.ToList());
    private readonly List<string> contexts = [.. lines.Where(line => line.Intent == TrainingSet.Context).Select(line => line.Text)];

    /// <summary>A message with so many asks, and perhaps with explanations among them.</summary>
    public PiecedMessage Compose(int count)
    {
        var style = random.NextDouble();
        return style < IsList ? Listed(Asks(count)) : style < IsList + IsNumbered ? Numbered(Asks(count)) : Told(Asks(count));
    }

    /// <summary>"cancel my order, what do you charge for express, and where is my refund".</summary>
    private static PiecedMessage Listed(List<string> sentences)
    {
        var text = new Pieces();
        for (var i = 0; i < sentences.Count; i++)
            text.Add(i == 0 ? "" : i < sentences.Count - 1 || sentences.Count == 2 ? ", " : ", and ", sentences[i].TrimEnd('.', '!'), asks: true);
        return text.Message;
    }

    private PiecedMessage Numbered(List<string> sentences)
    {
        var mark = Pick(Marks);
        var text = new Pieces();
        if (random.NextDouble() < HasContext)
            text.Add("", Pick(contexts), asks: false);
        for (var i = 0; i < sentences.Count; i++)
            text.Add(mark.Replace("#", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), sentences[i], asks: true);
        return text.Message;
    }

    private PiecedMessage Told(List<string> sentences)
    {
        var text = new Pieces();
        var afterAsk = false;
        if (random.NextDouble() < HasContext)
            text.Add("", Pick(contexts), asks: false);
        foreach (var sentence in sentences)
        {
            text.Add(text.IsEmpty ? "" : Joint(afterAsk ? Joints : Pauses, text.Last), random.Next(2) == 0 ? sentence : sentence.TrimEnd('.', '!'), asks: true);
            afterAsk = random.NextDouble() > HasContext / 2;
            if (!afterAsk)
                text.Add(Joint(Pauses, text.Last), Pick(contexts), asks: false);
        }
        return text.Message;
    }

    private string Joint(string[] joints, string before)
    {
        var joint = Pick(joints);
        if (before[^1] is '?' or '.' or '!')
            return joint.TrimStart('.', ',', '!') is { Length: > 0 } rest ? rest : " ";
        return joint[0] == '.' && IsQuestion(before) && random.Next(2) == 0 ? "?" + joint.TrimStart('.') : joint;
    }

    private List<string> Asks(int count)
    {
        var chosen = new List<(string Text, string Intent)>();
        while (chosen.Count < count)
        {
            var next = chosen.Count > 0 && random.NextDouble() < IsSame ? Pick(byIntent[chosen[^1].Intent]) : Pick(asks);
            if (chosen.Exists(before => MayBeOne(before, next)) || IntentFamilies.IsAnswer(next.Intent) && (chosen.Count > 0 || count == 1))
                continue;
            chosen.Add(next);
        }
        return chosen.ConvertAll(ask => ask.Text);
    }

    /// <summary>Whether two sentences may together ask one thing, so that nothing can be learnt of them.</summary>
    private static bool MayBeOne((string Text, string Intent) before, (string Text, string Intent) next) =>
        before.Intent == next.Intent && !(NamesThing(before.Text) && NamesThing(next.Text))
        || IntentFamilies.IsTrouble(before.Intent) && IntentFamilies.IsRemedy(next.Intent)
        || IntentFamilies.IsTrouble(next.Intent) && IntentFamilies.IsRemedy(before.Intent);

    private static bool NamesThing(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return Enumerable.Range(0, tokens.Length).Any(at => Things.Names(tokens, at));
    }

    private static bool IsQuestion(string sentence) => sentence.StartsWith('w') || sentence.StartsWith("how", StringComparison.Ordinal)
        || sentence.StartsWith("is ", StringComparison.Ordinal) || sentence.StartsWith("can ", StringComparison.Ordinal)
        || sentence.StartsWith("do", StringComparison.Ordinal) || sentence.StartsWith("are", StringComparison.Ordinal);

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>A message in the making.</summary>
    private sealed class Pieces
    {
        private readonly StringBuilder text = new();
        private readonly List<(int Start, bool Asks)> pieces = [];

        public bool IsEmpty => pieces.Count == 0;

        public string Last { get; private set; } = "";

        public PiecedMessage Message => new(text.ToString(), pieces);

        public void Add(string joint, string sentence, bool asks)
        {
            pieces.Add((text.Length, asks));
            text.Append(joint).Append(sentence);
            Last = sentence;
        }
    }
}
