using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Silo.Knowledge;

/// <summary>Settings of the knowledge search, under <c>Support:Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>
    /// How often the store is asked for a newer version; one second unless told. A change is found everywhere within
    /// this time and the time that it takes to index it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A file with the shop's own synonyms, one group a line with commas between the forms; null means none.</summary>
    public string? Synonyms { get; set; }
}
