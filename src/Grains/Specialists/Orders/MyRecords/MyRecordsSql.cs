using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.MyRecords;

/// <summary>
/// What a customer's query may hold: one SELECT of plain SQL, functions from a list, nothing of the system. The database
/// refuses foreign rows by itself; this refuses what could burden or probe it.
/// </summary>
public static class MyRecordsSql
{
    private const int MaxLength = 4_000;

    /// <summary>The views, with their columns, as the tool's description tells them.</summary>
    public const string Views =
        "my_profile(id, first_name, last_name, email, phone, address_*, loyalty_tier, joined_at), " +
        "my_payment_methods(id, kind, brand, last_four, balance), " +
        "my_orders(id, status, placed_at, delivered_at, cancel_reason, address_*), " +
        "my_order_items(order_id, variant_id, product_id, name, options, price), " +
        "my_payments(order_id, kind, amount, payment_method_id), " +
        "my_shipments(order_id, tracking_ids, variant_ids, carrier, estimated_delivery), " +
        "my_browsing(product_id, at, seconds, action)";

    private static readonly HashSet<string> s_functions = [.. """
        count sum avg min max string_agg array_agg json_agg bool_and bool_or round abs ceil ceiling floor greatest least
        coalesce nullif lower upper initcap length trim ltrim rtrim left right substring position replace concat concat_ws
        split_part starts_with extract date_part date_trunc age to_char now date cast row_number rank dense_rank lag lead
        first_value last_value jsonb_array_length jsonb_object_keys numeric decimal varchar
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Words that may stand before a parenthesis without being a function.</summary>
    private static readonly HashSet<string> s_beforeParenthesis = [.. """
        select from where and or not in on as any all some exists over filter using join lateral when then else case union
        except intersect distinct by having limit offset between like ilike is values within group interval materialized with
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private static readonly HashSet<string> s_never = [.. """
        insert update delete merge into create alter drop grant revoke truncate copy call do set reset lock vacuum analyze
        execute prepare deallocate declare fetch listen notify unlisten begin commit rollback savepoint release table explain
        recursive share tablesample information_schema public current_user session_user current_role user current_catalog
        current_schema regclass regproc regprocedure regoper regoperator regtype regrole regnamespace regconfig regdictionary
        regcollation oid tableoid ctid xmin xmax
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Why the query is refused; null when it may run.</summary>
    public static Refusal? Check(string sql)
    {
        if (sql.Length > MaxLength)
            return Refuse("query_too_long", $"A query has at most {MaxLength} characters.");
        if (SqlTokens.Read(sql) is not { } tokens)
            return Refuse("query_not_allowed", "A query is plain SQL: no comments, dollar quotes, escape strings or parameters.");
        if (tokens is not [{ Kind: SqlTokenKind.Word, Text: "select" or "with" }, ..])
            return Refuse("query_not_allowed", "A query is one SELECT.");
        if (tokens.Any(token => token is { Kind: SqlTokenKind.Symbol, Text: ";" }))
            return Refuse("query_not_allowed", "A query is one statement, without a semicolon.");
        if (tokens.FirstOrDefault(IsForbidden) is { Text: { } word })
            return Refuse("query_not_allowed", $"'{word}' is not allowed in a query.");
        if (tokens.Zip(tokens.Skip(1)).FirstOrDefault(pair => IsForeignCall(pair.First, pair.Second)).First.Text is { } function)
            return Refuse("query_not_allowed", $"The function '{function}' is not allowed in a query.");
        return IsBalanced(tokens) ? null : Refuse("query_not_allowed", "The parentheses of the query do not match.");
    }

    private static bool IsForbidden(SqlToken token) => token.Kind == SqlTokenKind.Word
        && (s_never.Contains(token.Text.ToLowerInvariant())
            || token.Text.StartsWith("pg_", StringComparison.OrdinalIgnoreCase));

    private static bool IsForeignCall(SqlToken word, SqlToken next) =>
        word.Kind == SqlTokenKind.Word && next is { Kind: SqlTokenKind.Symbol, Text: "(" }
        && !s_functions.Contains(word.Text) && !s_beforeParenthesis.Contains(word.Text);

    private static bool IsBalanced(List<SqlToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens.Where(token => token.Kind == SqlTokenKind.Symbol))
        {
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }

    private static Refusal Refuse(string code, string rule) =>
        Refusals.Make(code, rule, $"One read-only SELECT over: {Views}.");
}
