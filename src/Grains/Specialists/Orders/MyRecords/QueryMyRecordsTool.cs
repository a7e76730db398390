using System.ComponentModel;
using System.Text.Json.Nodes;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.MyRecords;

/// <summary>Arguments of <c>query_my_records</c>.</summary>
public sealed record QueryArguments
{
    [Description("One SELECT in PostgreSQL's SQL over the customer's views, without a semicolon; at most 200 rows come back")]
    public required string Sql { get; init; }
}

/// <summary>Questions about the customer's own records that no other tool answers. Only where the database supports it.</summary>
public sealed class QueryMyRecordsTool(IMyRecordsQuery? records = null) : IToolset
{
    /// <inheritdoc/>
    public IEnumerable<Tool> Tools => records is { IsAvailable: true } available
        ? [Tool.Read<QueryArguments>("query_my_records", $"Runs one read-only SELECT over views of the customer's own records: {MyRecordsSql.Views}.",
            (context, arguments, cancellationToken) => Run(available, context, arguments.Sql, cancellationToken))]
        : [];

    private static async Task<ToolResult> Run(IMyRecordsQuery records, ToolContext context, string sql, CancellationToken cancellationToken)
    {
        if (MyRecordsSql.Check(sql) is { } refusal)
            return ToolResult.Refused(refusal);
        var found = await records.Query(context.CustomerId, sql, cancellationToken);
        if (found.Error is { } error)
            return ToolResult.Refused(Refusals.Make("query_failed", $"The query could not be run: {error}.", null));
        var data = new JsonObject { ["rows"] = new JsonArray([.. found.Rows.Select(row => JsonNode.Parse(row))]), ["isCut"] = found.IsCut };
        return ToolResult.Found(new JsonText(data.ToJsonString(ToolResult.JsonOptions)),
            found.Rows.Count == 0 ? "The query found nothing." : string.Join("; ", found.Rows));
    }
}
