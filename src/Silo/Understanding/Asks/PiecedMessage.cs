namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>A message of which it is known where its asks begin.</summary>
/// <param name="Text">The message.</param>
/// <param name="Pieces">Its pieces in their order: where each begins (right behind the one before, joining words with it), and whether it asks something.</param>
internal sealed record PiecedMessage(string Text, IReadOnlyList<(int Start, bool Asks)> Pieces)
{
    /// <summary>
    /// Whether an ask ends between two characters and another begins; null where either answer is right, as where an
    /// explanation may belong to what comes before or after it.
    /// </summary>
    /// <param name="before">Where the last word before the border starts.</param>
    /// <param name="after">Where the first word after it starts.</param>
    /// <param name="from">Where the stretch starts that is looked at.</param>
    /// <param name="to">Where it ends.</param>
    public bool? IsBorder(int before, int after, int from, int to)
    {
        var piece = -1;
        for (var i = 1; i < Pieces.Count; i++)
        {
            if (before <= Pieces[i].Start && Pieces[i].Start <= after)
                piece = i;
        }
        if (piece < 0)
            return false;
        var left = false;
        var right = false;
        for (var i = 0; i < Pieces.Count; i++)
        {
            var end = i + 1 < Pieces.Count ? Pieces[i + 1].Start : Text.Length;
            if (!Pieces[i].Asks || end <= from || Pieces[i].Start >= to)
                continue;
            left |= i < piece;
            right |= i >= piece;
        }
        if (!left || !right)
            return false;
        return Pieces[piece - 1].Asks && Pieces[piece].Asks ? true : null;
    }
}
