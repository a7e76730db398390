using System.Text.Json;
using SupportAgents.Knowledge;
using SupportAgents.Shop;
using SupportAgents.Silo.Data.Format;

namespace SupportAgents.Silo.Data.Import;

/// <summary>Reads a folder in the import format; what it cannot read goes to the errors.</summary>
internal sealed class ShopFolder(string folder, ImportErrors errors, CancellationToken cancellationToken)
{
    private const string NotText = "not UTF-8 text";

    /// <summary>Names of the files that are there and are of no known kind.</summary>
    public IEnumerable<string> Unknown() => Directory.EnumerateFiles(folder, "*.json*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        .Except([ShopFormat.Customers, ShopFormat.Products, ShopFormat.Orders, ShopFormat.Feedback, ShopFormat.Browsing, ShopFormat.Policies]);

    /// <summary>All records.</summary>
    public async Task<ShopRecords> Read() => new()
    {
        Customers = await Lines<Customer>(ShopFormat.Customers),
        Products = await Lines<Product>(ShopFormat.Products),
        Orders = await Lines<Order>(ShopFormat.Orders),
        Feedback = await Lines<ProductFeedback>(ShopFormat.Feedback),
        Browsing = await Lines<BrowsingEvent>(ShopFormat.Browsing),
        Policies = await Policies(),
        Knowledge = await Documents(),
    };

    private async Task<IReadOnlyList<Located<T>>> Lines<T>(string file) where T : class
    {
        var records = new List<Located<T>>();
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return records;
        var rest = await StrictText.ReadFile(path, cancellationToken);
        for (var line = 1; !rest.IsEmpty && !errors.IsFull; line++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var bytes = end < 0 ? rest.Span : rest.Span[..end];
            if (StrictText.Decode(bytes) is not { } text)
                errors.Add(file, line, NotText);
            else if (!string.IsNullOrWhiteSpace(text) && Parse<T>(file, line, text) is { } record)
                records.Add(new(file, line, record));
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return records;
    }

    private T? Parse<T>(string file, int line, string text) where T : class
    {
        try
        {
            if (StrictText.EscapesNul(text))
                throw new JsonException("the text holds a NUL");
            return JsonSerializer.Deserialize<T>(text, ShopFormat.Json) ?? throw new JsonException("null is not a record");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            var inside = failure is JsonException { LineNumber: { } number } ? (int)number : 0;
            errors.Add(file, line + inside, JsonReasons.Of(failure));
            return null;
        }
    }

    private async Task<string?> Policies()
    {
        var path = Path.Combine(folder, ShopFormat.Policies);
        if (!File.Exists(path) || errors.IsFull)
            return null;
        var text = StrictText.Decode((await StrictText.ReadFile(path, cancellationToken)).Span);
        if (text is null)
            errors.Add(ShopFormat.Policies, 1, NotText);
        else if (Parse<ShopPolicies>(ShopFormat.Policies, 1, text) is { } policies)
            PolicyChecks.Check(policies, errors);
        return text;
    }

    private async Task<IReadOnlyList<Located<KnowledgeDocument>>> Documents()
    {
        var documents = new List<Located<KnowledgeDocument>>();
        var root = Path.Combine(folder, ShopFormat.Knowledge);
        if (!Directory.Exists(root))
            return documents;
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).TakeWhile(_ => !errors.IsFull))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            try
            {
                var text = StrictText.Decode((await StrictText.ReadFile(path, cancellationToken)).Span) ?? throw new FormatException($"1: {NotText}");
                documents.Add(new(file, 1, FrontMatter.Read(text)));
            }
            catch (FormatException failure)
            {
                var parts = failure.Message.Split(": ", 2);
                errors.Add(file, long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]);
            }
        }

        return documents;
    }
}
