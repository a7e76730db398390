using SupportAgents.Silo.Data.Format;
using SupportAgents.Silo.Data.Knowledge;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Import;

/// <summary>What an import did: all of it, or nothing and the reasons.</summary>
public sealed record ShopImportResult
{
    /// <summary>What was loaded.</summary>
    public required ShopCounts Counts { get; init; }

    /// <summary>Up to 20 reasons as <c>file:line: reason</c>; with any of them nothing was loaded.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Files of no known name, which were left alone.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>True when everything was loaded.</summary>
    public bool Succeeded => Errors.Count == 0;
}

/// <summary>
/// Loads a folder in the import format. A record whose id is there already is replaced; feedback and browsing, which
/// have no ids, are added unless the very same record is there. One bad line, and nothing of the run is loaded.
/// </summary>
public sealed class ShopImporter(Database database, TimeProvider time)
{
    /// <summary>Loads the folder in one transaction.</summary>
    public async Task<ShopImportResult> Import(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            return Refused([$"{folder}:0: there is no such folder"]);
        var errors = new ImportErrors();
        var files = new ShopFolder(folder, errors, cancellationToken);
        var records = await files.Read();
        if (errors.Lines.Count == 0)
            new RecordChecks(errors).Check(records);
        if (errors.Lines.Count == 0 && records.Count() == new ShopCounts())
            errors.Add(folder, 0, "there is nothing to import");
        if (errors.Lines.Count > 0)
            return Refused(errors.Lines);

        var reasons = await database.Write(null, async session =>
        {
            var found = new ImportErrors();
            await new ReferenceChecks(records, found).Check(session);
            if (found.Lines.Count == 0)
                await Save(session, records);
            return found.Lines;
        }, cancellationToken);
        return reasons.Count > 0
            ? Refused(reasons)
            : new ShopImportResult { Counts = records.Count(), Errors = [], Ignored = [.. files.Unknown()] };
    }

    private async Task Save(DbSession session, ShopRecords records)
    {
        if (records.Customers.Count > 0)
            await CustomerTable.Save(session, Values(records.Customers));
        if (records.Products.Count > 0)
            await ProductTable.Save(session, Values(records.Products));
        if (records.Orders.Count > 0)
            await OrderTable.Save(session, Values(records.Orders));
        if (records.Knowledge.Count > 0)
            await KnowledgeTable.Save(session, Values(records.Knowledge));
        await ActivityTable.Save(session, Values(records.Feedback), Values(records.Browsing));
        if (records.Policies is { } policies)
            await PolicyTable.Save(session, policies, time.GetUtcNow());
    }

    private static T[] Values<T>(IEnumerable<Located<T>> records) => [.. records.Select(record => record.Value)];

    private static ShopImportResult Refused(IReadOnlyList<string> errors) => new() { Counts = new ShopCounts(), Errors = errors };
}
