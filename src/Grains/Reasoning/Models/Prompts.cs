namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>Reads prompts: files with the ending <c>.prompt</c> beside a type. What holds for every specialist is in <c>CommonRules.prompt</c>.</summary>
public static class Prompts
{
    /// <summary>The prompt <c>{name}.prompt</c> beside the type, followed by the common rules.</summary>
    public static string For(Type beside, string name) => $"{Read(beside, name)}\n\n{Read(typeof(Prompts), "CommonRules")}";

    /// <summary>The prompt alone.</summary>
    public static string Read(Type beside, string name)
    {
        var resource = $"{beside.Namespace}.{name}.prompt";
        using var stream = beside.Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"the resource {resource} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }

    /// <summary>Text that is not ours, as a section that it cannot leave: its angle brackets are replaced.</summary>
    public static string Data(string section, string text) =>
        $"<{section}>\n{text.Replace('<', '‹').Replace('>', '›')}\n</{section}>";
}
