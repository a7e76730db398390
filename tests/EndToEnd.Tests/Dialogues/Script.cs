using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>A scripted talk: what a customer says, and what is expected of each reply and of the records in the end.</summary>
public sealed record Script
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Says in a sentence what the talk shows; unique in its folder.</summary>
    public required string Name { get; init; }

    /// <summary>A customer of the demo shop.</summary>
    public required string Customer { get; init; }
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>What the talk changes; everything else must be as it was.</summary>
    public ExpectedRecords Records { get; init; } = new();

    /// <summary>Where the scripts are.</summary>
    public static string Folder { get; } = Repository.File("tests", "EndToEnd.Tests", "Dialogues");

    /// <summary>All scripts with the file that each is in, relative to <see cref="Folder"/>.</summary>
    public static IEnumerable<(string File, Script Script)> All() =>
        from file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from script in Read(file)
        select (Path.GetRelativePath(Folder, file), script);

    /// <summary>One script of a file.</summary>
    public static Script Find(string file, string name) => Read(Path.Combine(Folder, file)).Single(script => script.Name == name);

    private static Script[] Read(string file) => JsonSerializer.Deserialize<Script[]>(File.ReadAllText(file), Json)!;
}

/// <summary>One message and what is expected of its answer. What is left out is not looked at.</summary>
public sealed record Turn
{
    /// <summary>The words.</summary>
    public string? Say { get; init; }

    /// <summary>Picks a choice of the last answer: by its number from 1, or by a part of its label.</summary>
    public string? Choice { get; init; }

    /// <summary>Answers the last answer's proposal by its button: true accepts.</summary>
    public bool? Confirm { get; init; }

    /// <summary>The conversation that it is said in; each name is a conversation of its own.</summary>
    public string In { get; init; } = "";

    public AnswerStatus? Status { get; init; }

    /// <summary>Agents that took part, of the answer's requests.</summary>
    public IReadOnlyList<string>? Agents { get; init; }

    /// <summary>All asks that were found, as <c>intent</c> or <c>intent:status</c>, in any order.</summary>
    public IReadOnlyList<string>? Requests { get; init; }

    /// <summary>What the reply has, whatever the case; alternatives are parted by <c>||</c>.</summary>
    public IReadOnlyList<string>? Has { get; init; }

    /// <summary>What the reply has not.</summary>
    public IReadOnlyList<string>? HasNot { get; init; }
    public ExpectedProposal? Proposal { get; init; }

    /// <summary>How many choices there are, or a part of each label.</summary>
    public JsonNode? Choices { get; init; }

    /// <summary>A part of the title or section of each document that is cited.</summary>
    public IReadOnlyList<string>? Citations { get; init; }

    /// <summary>Why this reply may say an earlier one again, word for word.</summary>
    public string? Repeats { get; init; }
}

/// <summary>The proposal of an answer.</summary>
public sealed record ExpectedProposal(string Kind, Money? Amount);

/// <summary>What the records are in the end where the talk changes them.</summary>
public sealed record ExpectedRecords
{
    /// <summary>Changed orders.</summary>
    public IReadOnlyDictionary<string, ExpectedOrder> Orders { get; init; } = new Dictionary<string, ExpectedOrder>();

    /// <summary>The account's address, where it changes: parts of it as one line.</summary>
    public IReadOnlyList<string>? Address { get; init; }

    /// <summary>Changed preferences; null for one that is gone.</summary>
    public JsonObject? Preferences { get; init; }

    /// <summary>Changed balances of gift cards.</summary>
    public IReadOnlyDictionary<string, Money> Balances { get; init; } = new Dictionary<string, Money>();
}

/// <summary>A changed order. What is left out is not looked at.</summary>
public sealed record ExpectedOrder
{
    public required OrderStatus Status { get; init; }

    /// <summary>The variants of its units.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Parts of its address as one line.</summary>
    public IReadOnlyList<string>? Address { get; init; }

    /// <summary>All its payments and refunds, as <c>payment 54.00 paypal_2001</c>.</summary>
    public IReadOnlyList<string>? Payments { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>The returned variants.</summary>
    public IReadOnlyList<string>? Returned { get; init; }

    /// <summary>The exchanged variants, as <c>old -> new</c>.</summary>
    public IReadOnlyList<string>? Exchanged { get; init; }
}
