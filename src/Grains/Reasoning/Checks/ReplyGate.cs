using System.Text;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>
/// Lets a reply through as it is made: words that state nothing at once, everything else when its sentence is whole and
/// checked. A sentence that fails is left out of the reply; of a beginning that was shown already only harmless words
/// went out.
/// </summary>
public sealed class ReplyGate(SentenceCheck check, Secrets secrets, int limit)
{
    /// <summary>Closes a sentence whose beginning was shown and whose rest is not.</summary>
    public const char BrokenOff = '…';

    private readonly StringBuilder _reply = new();
    private readonly StringBuilder _sentence = new();
    private readonly List<SentenceFault> _faults = [];
    private readonly List<string> _refused = [];
    private int _shown;
    private int _read;
    private bool _holds;

    /// <summary>The sentences that passed.</summary>
    public string Reply => _reply.ToString().Trim();

    /// <summary>What failed since the last <see cref="TakeRefused"/>.</summary>
    public IReadOnlyList<SentenceFault> Faults => _faults;

    /// <summary>True when more text came than a reply may have; the rest is not read.</summary>
    public bool IsFull => _read >= limit;

    /// <summary>Takes a piece in; returns what may be shown now, or an empty text.</summary>
    public string Push(string piece)
    {
        var show = new StringBuilder();
        foreach (var letter in piece)
        {
            if (IsFull)
                break;
            _read++;
            if (char.IsWhiteSpace(letter))
                WordEnds(letter, show);
            _sentence.Append(letter);
            if (letter == '\n')
                SentenceEnds(show);
        }
        return show.ToString();
    }

    /// <summary>The text is at its end, or a tool call interrupts it: the last sentence is whole.</summary>
    public string Flush(string separator = "")
    {
        var show = new StringBuilder();
        SentenceEnds(show);
        if (_reply.Length > 0 && separator.Length > 0 && !EndsWith(separator))
        {
            _reply.Append(separator);
            show.Append(separator);
        }
        return show.ToString();
    }

    /// <summary>The text ends in the middle of a sentence: it is left out.</summary>
    public string Drop()
    {
        var wasShown = _sentence.ToString(0, _shown).Trim().Length > 0;
        _sentence.Clear();
        (_shown, _holds) = (0, false);
        return wasShown ? $"{BrokenOff}" : "";
    }

    /// <summary>The sentences that were left out, for one try to say them right; afterwards they are forgotten.</summary>
    public IReadOnlyList<(string Sentence, SentenceFault Fault)> TakeRefused()
    {
        var taken = _refused.Zip(_faults).ToList();
        _refused.Clear();
        _faults.Clear();
        return taken;
    }

    private void WordEnds(char letter, StringBuilder show)
    {
        var end = _sentence.Length;
        if (end > 0 && letter != '\n' && (_sentence[end - 1] is '.' or '!' or '?') && !IsAbbreviation())
        {
            SentenceEnds(show);
            return;
        }
        if (_holds || end == _shown)
            return;
        var text = _sentence.ToString();
        var word = text[(text.LastIndexOfAny([' ', '\n', '\t'], end - 1) + 1)..];
        _holds = HeldWords.Holds(word) || secrets.MayBecomeOne(text);
        if (_holds)
            return;
        show.Append(text, _shown, end - _shown);
        _shown = end;
    }

    private void SentenceEnds(StringBuilder show)
    {
        var text = _sentence.ToString();
        var fault = string.IsNullOrWhiteSpace(text) ? null : check.Check(text);
        if (fault is null)
        {
            show.Append(text, _shown, text.Length - _shown);
            _reply.Append(text);
        }
        else
        {
            _faults.Add(fault);
            _refused.Add(text.Trim());
            if (text[.._shown].Trim().Length > 0)
                show.Append(BrokenOff);
            if (text.EndsWith('\n'))
                show.Append('\n');
        }
        _sentence.Clear();
        (_shown, _holds) = (0, false);
    }

    /// <summary>"e.g. " and a list's "1. " end nothing.</summary>
    private bool IsAbbreviation()
    {
        var text = _sentence.ToString();
        var word = text[(text.LastIndexOf(' ') + 1)..].TrimStart('(', '*', '-');
        return word is "e.g." or "i.e." or "Mr." or "Mrs." or "Ms." or "Dr." or "No." or "St." || word.Length <= 3 && word.TrimEnd('.').Length > 0 && word.TrimEnd('.').All(char.IsAsciiDigit) && text.Trim().Length == word.Length;
    }

    private bool EndsWith(string end) =>
        _reply.Length >= end.Length && _reply.ToString(_reply.Length - end.Length, end.Length) == end;
}
