using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Specialists.Orders.MyRecords;

/// <summary>A piece of SQL text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; identifiers and keywords in lower case.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text);

/// <summary>The kinds of pieces.</summary>
internal enum SqlTokenKind { Word, Text, Number, Symbol }

/// <summary>Cuts SQL into pieces. It knows a plain subset; whatever is outside of it is not cut but refused.</summary>
internal static partial class SqlTokens
{
    /// <summary>The pieces, or null when something is not in the subset: comments, dollar quotes, escape strings, …</summary>
    public static List<SqlToken>? Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            var match = Piece().Match(sql, at);
            if (!match.Success || match.Index != at)
                return null;
            at += match.Length;
            if (match.Groups["space"].Success)
                continue;
            tokens.Add(match.Groups switch
            {
                var g when g["word"].Success => new SqlToken(SqlTokenKind.Word, match.Value.ToLowerInvariant()),
                var g when g["name"].Success => new SqlToken(SqlTokenKind.Word, g["inner"].Value),
                var g when g["text"].Success => new SqlToken(SqlTokenKind.Text, match.Value),
                var g when g["number"].Success => new SqlToken(SqlTokenKind.Number, match.Value),
                _ => new SqlToken(SqlTokenKind.Symbol, match.Value),
            });
        }
        return tokens;
    }

    // A word must not touch a quote (E'…', U&'…'), a number must not touch a word, and -- or /* never start a symbol.
    [GeneratedRegex("""
        \G(?:(?<space>[\ \t\r\n]+)
        |(?<word>[A-Za-z_][A-Za-z0-9_]*)(?!['"&$])
        |(?<name>"(?<inner>[A-Za-z_][A-Za-z0-9_\ ]*)")(?!")
        |(?<text>'(?:[^'\\\x00]|'')*')
        |(?<number>[0-9]+(?:\.[0-9]+)?)(?![A-Za-z_0-9'"$])
        |(?<symbol>::|<>|<=|>=|!=|\|\||->>?|(?!--|/\*)[-+*/%<>=(),.;]))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
