using System.Collections.Frozen;

namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>Words that carry no subject: grammar, politeness, and the phrases with which people open a question.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = """
        a an the is are was were be been being am do does did doing can could would should will shall may might must
        i me my mine we our ours us you your yours it its this that these those there here of in on for to from by with at as
        and or but if so not no any some have has had having get got gotten just recently bought purchased received
        hi hello hey please thanks thank thankyou regards help tell provide guide know want wanted need needed wondering curious sure
        how what when where why which who whom whose about into than then them they he she his her him im ive id dont
        cant wont doesnt didnt isnt arent wasnt couldnt wouldnt shouldnt lets let also very really more much many too
        out up down off over again greetings dear team use used uses using user manual product something anything able
        give explain show last lasts come comes coming find possible both only still yet even until till anyway actually maybe perhaps
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a lower-case word that carries no subject.</summary>
    public static bool IsStop(string word) => All.Contains(word);
}
