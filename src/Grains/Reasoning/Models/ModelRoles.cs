namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>Keys under which agents ask for their model, an <c>IChatClient</c>. Nothing is registered where no model is configured.</summary>
public static class ModelRoles
{
    /// <summary>Finds the asks of a message where the built-in understanding is not sure, and joins several reports into one answer.</summary>
    public const string Supervisor = "model:supervisor";

    /// <summary>Runs the specialists' tools and writes their answers.</summary>
    public const string Specialist = "model:specialist";
}
