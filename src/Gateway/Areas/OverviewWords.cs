using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Areas;

/// <summary>How the overview says what needs a coordinator, in English; keys of the translations.</summary>
internal static class OverviewWords
{
    /// <summary>One group, or several (<c>{0}</c>), in the list at the top of the page.</summary>
    public static string Summary(Attention why, int groups) => why switch
    {
        Attention.New when groups == 1 => "{0} new group is waiting to be welcomed",
        Attention.New => "{0} new groups are waiting to be welcomed",
        Attention.WithoutLead when groups == 1 => "{0} group has nobody to lead it",
        Attention.WithoutLead => "{0} groups have nobody to lead them",
        Attention.NotLogged when groups == 1 => "{0} group has not logged a meeting",
        Attention.NotLogged => "{0} groups have not logged a meeting",
        Attention.Quiet when groups == 1 => "{0} group has not met for four weeks",
        Attention.Quiet => "{0} groups have not met for four weeks",
        Attention.NotConfirmed when groups == 1 => "{0} group has not checked its page for six months",
        Attention.NotConfirmed => "{0} groups have not checked their pages for six months",
        Attention.Full when groups == 1 => "{0} group is full",
        Attention.Full => "{0} groups are full",
        Attention.Paused when groups == 1 => "{0} group is paused",
        Attention.Paused => "{0} groups are paused",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Heading(Attention why) => why switch
    {
        Attention.New => "New groups",
        Attention.WithoutLead => "Nobody leads these groups",
        Attention.NotLogged => "Meetings not logged",
        Attention.Quiet => "Quiet for four weeks",
        Attention.NotConfirmed => "Not checked for six months",
        Attention.Full => "Full",
        Attention.Paused => "Paused",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Advice(Attention why) => why switch
    {
        Attention.New => "Until you welcome them, only people in this area can find them.",
        Attention.WithoutLead => "Nobody new can join until somebody leads them.",
        Attention.NotLogged => "In the last eight weeks. Ask whoever leads the group how it went.",
        Attention.Quiet => "Ask how they are. They may need a hand, or a pause.",
        Attention.NotConfirmed => "What their pages say may be out of date. Ask whoever leads them to check.",
        Attention.Full => "There is no room for one more. Is it time for another group?",
        Attention.Paused => "They begin again automatically.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The part of the page about it.</summary>
    public static string Anchor(Attention why) => Words<Attention>.Of(why);
}
