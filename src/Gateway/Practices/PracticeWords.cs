using PeerNet.Contracts;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Practices;

/// <summary>How pages speak about what groups have done, in English; keys of the translations.</summary>
internal static class PracticeWords
{
    /// <summary>How many groups say thank you.</summary>
    public static Sentence Thanks(FewOrMore groups)
    {
        if (!groups.IsAny) return new("No other group has said thank you yet.");
        return groups.Number is { } number
            ? new("{0} groups say thank you.", number)
            : new("A few groups say thank you.");
    }

    /// <summary>What is wrong with what was sent, for people instead of programs.</summary>
    public static string Of(Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        (_, "weDid") => "Enter what you did, up to 1,000 characters.",
        (_, "changed") => "Enter what changed, up to 1,000 characters.",
        (_, "wasHard") => "Enter up to 1,000 characters.",
        (_, "groups") => "Choose up to nine other groups.",
        _ when refusal.Code == PracticeRefusals.WordsStay.Code =>
            "You have already said something with this form. Press the button again to say this too.",
        _ when refusal.Code == PracticeRefusals.State.Code => FormErrors.ChangedSince,
        _ => refusal.Title,
    };
}
