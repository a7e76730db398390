using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Failures;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>RFC 7396 JSON merge patch over a customer's preferences, within limits.</summary>
public static class MergePatch
{
    /// <summary>The most that the preferences may take, in bytes of UTF-8 JSON.</summary>
    public const int MostBytes = 16 * 1024;

    /// <summary>How deep they may be nested.</summary>
    public const int MostDepth = 6;

    /// <summary>The preferences with the patch merged in: null removes a member, an object is merged, all else replaces.</summary>
    /// <exception cref="SupportException">Invalid: the patch is no JSON object, or the result is too large or too deep.</exception>
    public static JsonText Apply(JsonText? preferences, JsonText patch)
    {
        if (Encoding.UTF8.GetByteCount(patch.Json) > MostBytes)
            throw new SupportException(FailureKind.Invalid, $"preferences may take at most {MostBytes} bytes");
        if (ParseObject(patch.Json) is not { } changes)
            throw new SupportException(FailureKind.Invalid, "a change of preferences must be a JSON object");
        var merged = Merge(ParseObject(preferences?.Json ?? "{}"), changes)!.ToJsonString();
        if (Encoding.UTF8.GetByteCount(merged) > MostBytes)
            throw new SupportException(FailureKind.Invalid, $"preferences may take at most {MostBytes} bytes");
        return new JsonText(merged);
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var merged = target is JsonObject existing ? existing : [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
                merged.Remove(name);
            else
                merged[name] = Merge(Detach(merged, name), change);
        }
        return merged;
    }

    private static JsonNode? Detach(JsonObject parent, string name)
    {
        var node = parent[name];
        parent.Remove(name);
        return node;
    }

    private static JsonObject? ParseObject(string json)
    {
        try
        {
            // Reading the members finds names that stand twice, which JsonObject reports late.
            var parsed = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MostDepth }) as JsonObject;
            _ = parsed?.Count;
            return parsed;
        }
        catch (JsonException e)
        {
            throw new SupportException(FailureKind.Invalid, $"preferences must be JSON nested at most {MostDepth} deep", e);
        }
        catch (ArgumentException e)
        {
            throw new SupportException(FailureKind.Invalid, "a preference is named twice", e);
        }
    }
}
