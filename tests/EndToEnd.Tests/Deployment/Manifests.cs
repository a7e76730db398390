using SupportAgents.Support;
using YamlDotNet.RepresentationModel;

namespace SupportAgents.EndToEnd.Tests.Deployment;

/// <summary>The Kubernetes manifests, read as kustomize reads them.</summary>
internal static class Manifests
{
    /// <summary>Every object that the base names.</summary>
    public static IReadOnlyList<YamlMappingNode> Base()
    {
        var folder = Repository.File("deploy", "kubernetes", "base");
        var names = Read(Path.Combine(folder, "kustomization.yaml")).Single().All("resources").Cast<YamlScalarNode>();
        return [.. names.SelectMany(name => Read(Path.Combine(folder, name.Value!)))];
    }

    /// <summary>The objects of a file.</summary>
    public static IReadOnlyList<YamlMappingNode> Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(path);
        yaml.Load(reader);
        return [.. yaml.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    /// <summary>The text at a path; null where there is none.</summary>
    public static string? Text(this YamlNode node, params string[] path) => (At(node, path) as YamlScalarNode)?.Value;

    /// <summary>The items of the list at a path; none where there is no list.</summary>
    public static IEnumerable<YamlNode> All(this YamlNode node, params string[] path) => At(node, path) is YamlSequenceNode list ? list : [];

    /// <summary>The pairs of the map at a path; none where there is no map.</summary>
    public static Dictionary<string, string?> Pairs(this YamlNode node, params string[] path) => At(node, path) is YamlMappingNode map
        ? map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => (pair.Value as YamlScalarNode)?.Value)
        : [];

    private static YamlNode? At(YamlNode node, string[] path)
    {
        YamlNode? at = node;
        foreach (var name in path)
            at = at is YamlMappingNode map && map.Children.TryGetValue(name, out var child) ? child : null;
        return at;
    }
}
