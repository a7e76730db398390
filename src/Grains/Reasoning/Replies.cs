using System.Collections.Concurrent;
using System.Reflection;
using HandlebarsDotNet;
using YamlDotNet.Serialization;

namespace SupportAgents.Grains.Reasoning;

/// <summary>
/// A specialist's words: a YAML file of key to one wording or several, each a Handlebars template. Markdown, so values
/// are not HTML-escaped; pages that show it must treat it as untrusted.
/// </summary>
public sealed class Replies
{
    private static readonly IHandlebars Engine = CreateEngine();
    private readonly Dictionary<string, string[]> _wordings;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> _compiled = new();

    private Replies(Dictionary<string, string[]> wordings) => _wordings = wordings;

    /// <summary>All keys, for tests.</summary>
    public IReadOnlyCollection<string> Keys => _wordings.Keys;

    /// <summary>
    /// Loads <c>{name of T}.yaml</c> beside the type <typeparamref name="T"/>, over what all specialists say and over the
    /// words of <paramref name="borrowed"/>, whose skills the specialist uses.
    /// </summary>
    public static Replies For<T>(params Type[] borrowed) =>
        Parse([Resource(typeof(Replies), "CommonReplies"), .. borrowed.Select(type => Resource(type, type.Name)), Resource(typeof(T), typeof(T).Name)]);

    /// <summary>Parses YAML texts; a later one replaces keys of an earlier one.</summary>
    public static Replies Parse(params string[] yaml)
    {
        var wordings = new Dictionary<string, string[]>();
        foreach (var (key, said) in yaml.SelectMany(ParseOne))
            wordings[key] = said;
        return new Replies(wordings);
    }

    private static Dictionary<string, string[]> ParseOne(string yaml) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(yaml)
            .ToDictionary(pair => pair.Key, pair => pair.Value is IEnumerable<object> several
                ? several.Select(one => $"{one}".Trim()).ToArray()
                : [$"{pair.Value}".Trim()]);

    /// <summary>The wording of a key that follows <paramref name="timesSaid"/> earlier ones, filled with the model's members.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a defect, found by the tests of every branch.</exception>
    public string Render(string key, int timesSaid, object? model = null)
    {
        var wordings = _wordings.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"no reply has the key '{key}'");
        var template = _compiled.GetOrAdd(wordings[timesSaid % wordings.Length], text => Engine.Compile(text));
        return template(model ?? new object()).Trim();
    }

    private static string Resource(Type beside, string name)
    {
        var resource = $"{beside.Namespace}.{name}.yaml";
        using var stream = beside.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the resource {resource} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IHandlebars CreateEngine()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = false });
        ReplyHelpers.Register(engine);
        return engine;
    }
}
