using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Power;

namespace PeerNet.Gateway.Areas;

/// <summary>What the coordinators' overview shows.</summary>
/// <param name="Waiting">The worries that wait; 100 stands for 100 or more.</param>
/// <param name="Needs">What needs a coordinator, the most urgent first; only what there is.</param>
/// <param name="Groups">Every group by name, the closed ones last.</param>
/// <param name="NotCounted">How many groups have just changed and are shown as they were before.</param>
public sealed record OverviewModel(
    int Waiting, IReadOnlyList<GroupsInNeed> Needs, IReadOnlyList<GroupOverview> Groups, int NotCounted)
{
    /// <summary>In how many groups roles are shared.</summary>
    public PowerCheck Power { get; init; } = new(null, null);

    /// <summary>How many barriers of this year were answered by their date.</summary>
    public AnswerShares Answers { get; init; } = new(0, null);

    // Who waits for an answer comes before what is only out of date.
    private static readonly Attention[] Order =
    [
        Attention.New, Attention.WithoutLead, Attention.NotLogged, Attention.Quiet, Attention.NotConfirmed,
        Attention.Full, Attention.Paused,
    ];

    /// <summary>Sorts an overview by what needs doing.</summary>
    /// <param name="overview">The overview.</param>
    /// <param name="waiting">The worries that wait.</param>
    public static OverviewModel Of(AreaOverview overview, int waiting)
    {
        var needs = Order.Select(why => new GroupsInNeed(
            why, [.. Longest(why, overview.Items.Where(group => group.Attention.Contains(why)))]));
        var groups = overview.Items.OrderBy(group => group.Status == GroupStatus.Closed);
        return new(waiting, [.. needs.Where(need => need.Groups.Count > 0)], [.. groups], overview.NotCounted);
    }

    private static IEnumerable<GroupOverview> Longest(Attention why, IEnumerable<GroupOverview> groups) => why switch
    {
        Attention.NotLogged => groups.OrderByDescending(group => group.NotLogged),
        Attention.Quiet => groups.OrderBy(group => group.LastMeeting?.HeldOn ?? DateOnly.MinValue),
        Attention.NotConfirmed => groups.OrderBy(group => group.LastConfirmed),
        _ => groups,
    };
}

/// <summary>Groups that need a coordinator for the same reason.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Groups">The groups, those that have waited longest first.</param>
public sealed record GroupsInNeed(Attention Why, IReadOnlyList<GroupOverview> Groups);
