namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>One fact that a change of an order needs: it reads it from what the customer says, and asks for it while it is missing.</summary>
public interface IFormPart
{
    /// <summary>What its question waits for, as <see cref="Agents.OpenAsk.Awaiting"/> has it.</summary>
    string Awaiting { get; }

    /// <summary>Takes what the newest message says about it into the draft's form.</summary>
    void Hear(ChangeDraft draft);

    /// <summary>The question to put, or null when nothing is missing.</summary>
    FormQuestion? Missing(ChangeDraft draft);
}

/// <summary>A question of a form.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Choices">Answers to offer.</param>
public sealed record FormQuestion(string Text, IReadOnlyList<SupportAgents.Conversations.Choice> Choices);
