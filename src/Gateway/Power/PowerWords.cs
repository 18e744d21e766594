using PeerNet.Contracts;
using PeerNet.Contracts.Power;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Power;

/// <summary>How pages speak about roles in a group, in English; keys of the translations.</summary>
internal static class PowerWords
{
    public static string Of(GroupRole role) => role switch
    {
        GroupRole.Lead => "Leads the group",
        GroupRole.Chair => "Leads the meeting",
        GroupRole.DoorKeeper => "Opens the door and has the key",
        GroupRole.NoteTaker => "Writes down what is said",
        GroupRole.Money => "Looks after the money",
        GroupRole.Agenda => "Decides what is talked about",
        GroupRole.Speaker => "Speaks for the group elsewhere",
        GroupRole.Decider => "Has the last word",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>With how many others somebody shares a role, or null.</summary>
    public static Sentence? Shared(int others) => others switch
    {
        0 => null,
        1 => new("Shared with one other."),
        _ => new("Shared with {0} others.", others),
    };

    /// <summary>In how many groups roles are shared or offered, and what one keeper has closed alone.</summary>
    public static IEnumerable<Sentence> Check(PowerCheck check)
    {
        if (check is { Sharing: { } sharing, Offering: { } offering, Groups: { } groups })
        {
            yield return new("In {0} of {1} groups, somebody shares a role or has handed one on.", sharing, groups);
            yield return new("In {0} of {1} groups, somebody offers a role to others.", offering, groups);
        }
        else
        {
            yield return new("Fewer than four groups say who does what, so nothing is counted yet.");
        }
        yield return check is { ClosedAlone: { } alone, Closed: { } closed }
            ? new("One keeper alone closed {0} of {1} gatherings.", alone, closed)
            : new("Fewer than four groups have closed a gathering, so nothing is counted yet.");
    }

    /// <summary>What is wrong with what was sent, for people instead of programs.</summary>
    public static string Of(Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        (_, "since") when refusal.Detail == PowerFields.SinceStays =>
            "It is the day on which somebody handed it on to you, so it stays.",
        (_, "since") => "Enter a day that is not in the future.",
        (_, "sharedWith") => "Enter a number from 0 to 20.",
        _ when refusal.Code == PowerRefusals.State.Code => FormErrors.ChangedSince,
        _ when refusal.Code == PowerRefusals.Overlaps.Code =>
            "You did this before and then stopped. Enter the day you started again.",
        _ when refusal.Code == PowerRefusals.Differs.Code => FormErrors.SentBefore,
        _ => refusal.Title,
    };
}
