using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>What somebody does in a talk besides asking and answering.</summary>
public enum TalkMove
{
    /// <summary>"One moment", "I am not sure yet": nothing is asked and nothing answered.</summary>
    Pause,

    /// <summary>"Why do you need that?", "what are my options?", "I don't know": a question about the question that is open.</summary>
    AskBack,

    /// <summary>"Keep it", "changed my mind", "forget it": what is open is to be left.</summary>
    Drop,

    /// <summary>"Am I talking to a robot?"</summary>
    WhoAreYou,
}

/// <summary>
/// Reads the moves that mean the same in every talk. They are short and stock phrases, so words decide and no classifier;
/// what they are for depends on what is open, which the router knows.
/// </summary>
public static partial class TalkMoves
{
    private const int LongestMove = 60;

    /// <summary>The move that an ask is, or null when it is an ask of its own.</summary>
    public static TalkMove? Read(string ask)
    {
        var text = ask.Trim();
        if (text.Length is 0 or > LongestMove)
            return null;
        return WhoAreYou().IsMatch(text) ? TalkMove.WhoAreYou
            : Drop().IsMatch(text) ? TalkMove.Drop
            : Pause().IsMatch(text) ? TalkMove.Pause
            : AskBack().IsMatch(text) ? TalkMove.AskBack
            : null;
    }

    private const string Lead = @"^\W*((ok|okay|oh|ah|uh|um|hm+|well|so|and|but|sorry|please|actually|no|nah|nope|wait|fine|then|alright|right|just|hey)\W+)*";
    private const string End = @"(\W+(please|thanks|thank you|then|now|for now|after all|actually|really|sorry|though|anyway))*\W*$";

    [GeneratedRegex("^(?!.*[?#0-9])" + Lead + @"((hold|hang) on( (a|one)? ?(sec|second|minute|moment))?|(wait|give me|one|just) ?(a|one)? ?(sec|second|minute|moment|mo)|wait|wait up|brb|let me (think|check|see|look|ask)\b.*|i'?m? ?(am )?not (so |quite |really |too )?sure( yet| about (it|that))?|hm+|i need (a minute|to think)( about (it|that))?|thinking)(\W+(my|someone|somebody)\b.{0,30})?" + End, RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(Lead + @"(why( not| so| that)?|why do(es)? (you|it|that) (need|want|ask|matter)\b.*|why (is|are) (that|you|it)\b.*|what for|what do you mean|how do you mean|what (are|were) (my|the) (options|choices)|which (ones?|orders?|items?) (do i have|are there|can i)\b.*|what can i (choose|pick)\b.*|(i )?(don'?t|do not) (know|have|remember)( (the|which|that|what|my|it)\b.*)?|no idea|(whichever\W+|either\W+)?you (choose|decide|pick)|whichever( (one )?(you|is)\b.*)?|whatever( you\b.*)?|(which|what) (other )?(colou?rs?|sizes?|kinds?|versions?|variants?)( do you have| are there| can i get| is there| have you got)?|any( of them)?|doesn'?t matter|(i )?don'?t care)" + End, RegexOptions.IgnoreCase)]
    private static partial Regex AskBack();

    [GeneratedRegex(Lead + @"((let'?s |just |please |i'?ll |i will |you can |better |we |to )*(keep|leave) (it|that|this|them|everything|the order|things)( (as|like) (it|that|they) (is|are|was|were)| alone| be| on)?|forget (it|that|about it|this)|never ?mind|(i('ve| have)?|we('ve| have)?)? ?changed (my|our) minds?|drop (it|that)|cancel that( request)?|scrap that|don'?t( you)?( (do|cancel|return|exchange|change|send|touch) (it|that|this|them|anything|the order))?|do not (do|cancel|return|exchange|change|send) (it|that|this|them|anything)|none( of (them|these|those))?|not now|maybe later|another time|later|better not|rather not|i'?d rather not|no thanks?( you)?|stop( it| that)?|we'?ll see|no wait)" + End, RegexOptions.IgnoreCase)]
    private static partial Regex Drop();

    [GeneratedRegex(@"\b(are you|am i (talking|chatting|speaking|writing) (to|with)|is (this|that|it)|you a|do i (talk|speak) (to|with))\b.{0,20}\b(ro?bot|chat ?bot|machine|computer|ai|human|person|real|automated)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhoAreYou();
}
