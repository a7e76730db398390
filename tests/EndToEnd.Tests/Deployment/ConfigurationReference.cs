using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SupportAgents.Api;
using SupportAgents.Grains.Conversations;
using SupportAgents.Silo.Hosting;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Deployment;

/// <summary>Every setting, its default and its meaning, as the options classes have them.</summary>
internal static partial class ConfigurationReference
{
    private static readonly Assembly[] s_programs = [typeof(SupportSilo).Assembly, typeof(SupportApi).Assembly, typeof(ConversationGrain).Assembly];

    /// <summary>The settings' names as configuration keys.</summary>
    public static IEnumerable<string> Keys() => Options().SelectMany(type => Settings(type).Select(setting => $"{SectionOf(type)}:{setting.Name}"));

    /// <summary>The reference as Markdown.</summary>
    public static string Write()
    {
        var text = new StringBuilder(
            """
            # Configuration

            Written from the options classes by a test; what it says about a setting is changed there, and then `SUPPORT_ACCEPT=1 dotnet test tests/EndToEnd.Tests --filter ConfigurationReference` writes this page. A setting is given as an environment variable, as below; in JSON or on the command line colons stand for the double underscores. A value that is not allowed stops the program at its start, with the setting's name.

            """);
        foreach (var type in Options())
        {
            var source = File.ReadAllText(Repository.File(["src", .. type.Namespace!.Split('.')[1..], $"{type.Name}.cs"]));
            text.Append(CultureInfo.InvariantCulture, $"\n## {SectionOf(type)}\n\n{Documentation(source, $"class {type.Name}")}\n\n| Setting | Default | Meaning |\n|---|---|---|\n");
            var defaults = Activator.CreateInstance(type, nonPublic: true)!;
            foreach (var setting in Settings(type))
                text.Append(CultureInfo.InvariantCulture, $"| `{SectionOf(type).Replace(":", "__", StringComparison.Ordinal)}__{setting.Name}` | {Default(setting.GetValue(defaults))} | {Documentation(source, setting.Name)} |\n");
        }
        return text.ToString();
    }

    private static IEnumerable<Type> Options() => s_programs.SelectMany(program => program.GetTypes())
        // In OpenAi, options are what a request calls so.
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal)
            && type.Namespace!.StartsWith("SupportAgents", StringComparison.Ordinal) && !type.Namespace.EndsWith("OpenAi", StringComparison.Ordinal))
        // What gateway and silo share is compiled into both.
        .DistinctBy(type => type.FullName).OrderBy(SectionOf, StringComparer.Ordinal).ThenBy(type => type.FullName, StringComparer.Ordinal);

    private static IEnumerable<PropertyInfo> Settings(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });

    private static string SectionOf(Type type)
    {
        if (type.GetField("Section")?.GetRawConstantValue() is string section)
            return section;
        var source = File.ReadAllText(Repository.File(["src", .. type.Namespace!.Split('.')[1..], $"{type.Name}.cs"]));
        return SectionName().Match(source) is { Success: true } named ? named.Value : throw new InvalidOperationException($"{type} says nowhere which section it is bound from");
    }

    private static string Default(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => "none",
        bool flag => flag ? "`true`" : "`false`",
        _ => string.Create(CultureInfo.InvariantCulture, $"`{value}`"),
    };

    private static string Documentation(string source, string member)
    {
        var found = Regex.Match(source, $@"((?:^[ \t]*///.*\n)+)(?:^[ \t]*\[.*\]\s*\n)*^[ \t]*(?:\[.*\] *)?(?:public|internal) (?:[^\n(=]* )?{Regex.Escape(member)}\b", RegexOptions.Multiline);
        if (!found.Success)
            throw new InvalidOperationException($"{member} has no documentation");
        var text = Whitespace().Replace(found.Groups[1].Value.Replace("///", "", StringComparison.Ordinal), " ").Trim();
        if (InheritedFrom().Match(text) is { Success: true } inherited)
            return Documentation(source, inherited.Groups[1].Value);
        text = Reference().Replace(Code().Replace(text, "`$1`"), "`$1`");
        return Tag().Replace(text, "").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Support:\w+")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex("<inheritdoc cref=\"(\\w+)\"/>")]
    private static partial Regex InheritedFrom();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("<see cref=\"(?:\\w+\\.)*(\\w+)\"/>")]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tag();
}
