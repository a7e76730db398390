using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Silo.Understanding.Asks;
using SupportAgents.Silo.Understanding.Catalogue;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Slots;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding;

/// <summary>
/// Understands messages with a linear classifier. Its work grows linearly with the message. Safe for many callers at once.
/// </summary>
internal sealed class TrainedUnderstanding(ModelCache models) : IUnderstanding
{
    private const double NoWord = 0.2;

    // An exception is not kept: the next message tries again.
    private readonly Lazy<Parts> parts = new(() => new Parts(models.Get()), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public ValueTask<UnderstoodMessage> Understand(string text, UnderstandingContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new UnderstoodMessage { Requests = Understand(text, context) });
    }

    private List<UnderstoodRequest> Understand(string text, UnderstandingContext context)
    {
        var (reader, asker, splitter, catalogues, vocabulary) = parts.Value;
        var orders = context.Orders.Count > 0 ? new OwnOrders(context.Orders) : OwnOrders.None;
        var message = reader.Read(text, Tokenizer.Tokenize(text), orders, catalogues.For(context.Products));
        var clauses = splitter.Split(message);
        if (clauses.Count == 0)
            return [Nothing(text)];
        var read = clauses.ConvertAll(clause => asker.Classify(message, clause));
        if (read.TrueForAll(ask => ask.Intent == TrainingSet.Context))
            read = clauses.ConvertAll(clause => asker.ClassifyAsAsk(message, clause));
        else if (read.Count > 1 && read.Exists(AskAssembler.IsSurelyInScope))
            read = read.ConvertAll(ask => ask.Intent == Intents.OutOfScope ? asker.ClassifyAmongOthers(message, ask.Clause) : ask);
        read = Continuations.Resolve(message, read);
        var asks = AskAssembler.Assemble(message, read, context.Dialogue.OpenAsks.Count > 0);
        if (asks.Count == 0)
            return [Nothing(text)];
        // What holds no word of any language that was learned is not out of scope: it is not understood.
        if (asks is [{ Intent: Intents.OutOfScope } only] && !message.Tokens.Any(token => vocabulary.Knows(token.Text)))
            asks = [only with { Confidence = NoWord }];
        if (OpenAskReplies.Read(message, asks, context.Dialogue) is { } reply)
            asks = [reply];
        return Wanted(RequestWriter.Write(message, asks, context));
    }

    /// <summary>"I don't want to return it, just exchange it": what is denied is no request beside what is wanted of the same agent.</summary>
    private static List<UnderstoodRequest> Wanted(List<UnderstoodRequest> requests) => requests.FindAll(request => request.Slots.Negated is not true
        || !requests.Exists(other => other.Agent == request.Agent && other.Slots.Negated is not true));

    private static UnderstoodRequest Nothing(string text) => new()
    {
        Ask = text.Trim(),
        Agent = AgentNames.Unknown,
        Intent = Intents.OutOfScope,
        Confidence = 1,
    };

    private sealed record Parts(MessageReader Reader, AskClassifier Asker, AskSplitter Splitter, CatalogueCache Catalogues, Vocabulary Vocabulary)
    {
        public Parts(IntentClassifier classifier)
            : this(new MessageReader(classifier.Vocabulary), new AskClassifier(classifier), new AskSplitter(classifier), new CatalogueCache(classifier.Vocabulary.Knows), classifier.Vocabulary)
        {
        }
    }
}
