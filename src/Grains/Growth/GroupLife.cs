using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Growth;

/// <summary>
/// One group's life so far, worked out from its own record, its meetings and its offers. What is corrected in them
/// moves a milestone or takes it back.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Held">The meetings that were held, in order.</param>
/// <param name="Offers">The offers that were made for the group.</param>
/// <param name="Today">The day.</param>
internal sealed record GroupLife(
    Group Group, ImmutableArray<HeldMeeting> Held, ImmutableArray<SupportOffer> Offers, DateOnly Today)
{
    private const int Tenth = 10;

    /// <summary>The life of a group with these meetings and offers.</summary>
    public static GroupLife Of(
        Group group, IEnumerable<Meeting> meetings, IEnumerable<SupportOffer> offers, DateOnly today) =>
        new(group, HeldMeeting.InOrder(meetings), [.. offers], today);

    /// <summary>The milestones that the group has reached, oldest first.</summary>
    public GroupTimeline Timeline()
    {
        (Milestone Milestone, DateOnly? On)[] milestones =
        [
            (Milestone.Founded, Group.FoundedOn),
            (Milestone.FirstMeeting, DayOfMeeting(1)),
            (Milestone.NewcomerCameBack, NewcomerCameBackOn()),
            (Milestone.FirstCoLead, Group.FirstCoLeadOn),
            (Milestone.FirstOfferTakenUp, Offers.Min(offer => offer.FirstMatchedOn)),
            (Milestone.FirstVisit, Held.FirstOrDefault(one => one.Present.Any(person => person.IsGuest))?.On),
            (Milestone.TenthMeeting, DayOfMeeting(Tenth)),
            (Milestone.OneYear, OneYearOn()),
            .. HandedOn(),
        ];
        return new(
            Group.SharesTimeline,
            [
                .. milestones.Where(one => one.On is not null)
                    .OrderBy(one => one.On)
                    .Select(one => new ReachedMilestone(one.Milestone, one.On!.Value)),
            ]);
    }

    private DateOnly? DayOfMeeting(int number) => Held.Length >= number ? Held[number - 1].On : null;

    // Whoever was at the first meeting made the group, and was no newcomer.
    private DateOnly? NewcomerCameBackOn()
    {
        var seen = Held.Take(1).SelectMany(one => one.Present).ToHashSet();
        var newcomers = new HashSet<MemberId>();
        foreach (var meeting in Held.Skip(1))
        {
            if (meeting.Present.Any(newcomers.Contains)) return meeting.On;
            newcomers.UnionWith(meeting.Present.Where(seen.Add));
        }
        return null;
    }

    private IEnumerable<(Milestone Milestone, DateOnly? On)> HandedOn() =>
        (Group.Power?.HandedOnDays() ?? []).Select(day => (Milestone.RoleHandedOn, (DateOnly?)day));

    private DateOnly? OneYearOn()
    {
        if (Group.FoundedOn?.AddYears(1) is not { } day || day > Today || Group.Closure?.On <= day) return null;
        return day;
    }
}
