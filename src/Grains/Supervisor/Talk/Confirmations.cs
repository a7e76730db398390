using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>What a reply to "Shall I do it?" says: yes or no, and whether it says more than that.</summary>
/// <param name="Accepts">True for yes, false for no, null for neither.</param>
/// <param name="HasMore">True when there is more to it: "yes, but to my gift card", "no, the blue one".</param>
public sealed record ConfirmationReading(bool? Accepts, bool HasMore);

/// <summary>Reads a reply to a proposal by its words. A text with a yes and a no in it is a no.</summary>
public static partial class Confirmations
{
    /// <summary>Reads a text.</summary>
    public static ConfirmationReading Read(string text)
    {
        var (no, yes) = (No().IsMatch(text), Yes().IsMatch(text));
        var rest = Plain().Replace(text, " ").Trim();
        var isTurn = Turn().IsMatch(text);
        bool? accepts = no ? false : yes ? true : null;
        return new ConfirmationReading(accepts, accepts is true ? isTurn && rest.Length > 0 : rest.Length > 0 && !Denied().IsMatch(text));
    }

    /// <summary>True when a word of it says yes outright, where "ok" and "fine" may only mean "I see".</summary>
    public static bool IsOutright(string text) => Outright().IsMatch(text);

    [GeneratedRegex(@"\b(no|nope|nah)\b(?! longer| more)|\b(don'?t|do not) (do|cancel|return|exchange|change|send|confirm|go)\b|\bnot (now|yet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(yes|yess+|yeah|yea|yep|yup|ya|jep|sure|ok|okay|okey|right|correct|exactly|please do|do it|go ahead|go for it|^go|confirm(ed)?|agreed|absolutely|definitely|of course|perfect|sounds good|that'?s (it|right|fine))\b|👍", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"\b(yes|yeah|yep|yup|sure|absolutely|definitely|of course|please do|do it|go ahead|go for it|confirm(ed)?)\b|👍", RegexOptions.IgnoreCase)]
    private static partial Regex Outright();

    /// <summary>Words after which a yes is not all: what follows changes what was proposed.</summary>
    [GeneratedRegex(@"\b(but|and also|also|except|only|instead|rather|plus|to my|to the|without|as well|too)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Turn();

    /// <summary>What leaves nothing when it is taken out of a bare yes or no.</summary>
    [GeneratedRegex(@"\b(no|nope|nah|yes|yess+|yeah|yea|yep|yup|ya|sure|ok|okay|right|please|thanks?|thank you|hm+|oh|well|that|it|this|them|all|i|you|would|like|want|d|me|do|did|done|so|much|very|just|still|now|then|go|ahead|sorry|wait|leave|keep|the|order|as|is|was|after|actually|really|better|rather|not|don'?t|cancel|return|exchange|change|with|at|all|too|big|small|expensive|much)\b|[^\p{L}\p{N}]+", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    /// <summary>"Don't do that": a no, whatever it names.</summary>
    [GeneratedRegex(@"\b(don'?t|do not) (do|cancel|return|exchange|change|send|want)\b|\b(leave|keep) (it|that|everything)\b|\bchanged my mind\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();
}
