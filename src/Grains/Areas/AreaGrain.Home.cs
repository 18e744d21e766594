using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;
using PeerNet.Grains.Notices;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Areas;

/// <summary>What a person sees first.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<MemberHome>> GetHome(Caller by)
    {
        if (by.Member is not { } id) return MemberRefusals.NotFound;
        var now = clock.GetUtcNow();
        var seats = rows.SeatsOf(id.Value);
        var me = (await rows.Members([id.Value]))
            .Select(row => unreadable.Record<Member>("member", row, member => member.Standing))
            .FirstOrDefault();
        var mine = (await seats)
            .Select(row => unreadable.Record<Seat>("seat", row, seat => seat.State))
            .OfType<Seat>()
            .ToList();
        if (me?.ErasedAt is not null) return MemberRefusals.Erased;
        if (me?.Profile is null) return MemberRefusals.NotFound;
        var groups = await GroupsOf(me, now);
        var home = new HomePage(me, groups, mine, await OffersOf(me, now), now);
        var asking = await members.Find(home.ToName);
        var names = asking.ToDictionary(one => one.Key, one => one.Value.NameFor(by, me.Standing, now));
        return home.WithNames(names);
    }

    private async Task<IReadOnlyList<GroupAtHome>> GroupsOf(Member me, DateTimeOffset now)
    {
        var found = (await rows.Groups([.. me.PartsOn(now).Select(part => part.GroupId.Value)]))
            .Select(row => unreadable.Read("group", row.Id, row.Payload, (Group group) => NextOf(group, now)))
            .OfType<GroupAtHome>();
        return await Task.WhenAll(found.Select(async one =>
        {
            var today = London.DayOf(now);
            var leads = one.Group.LedBy(new(CallerRole.Member, me.Id));
            if (!leads && one.Next is null) return one;
            var next = one.Next is { } meeting ? London.DayOf(meeting.StartsAt) : today;
            var from = leads ? today.AddDays(-Asking.MaxDays) : next;
            var recorded = unreadable.Meetings(await rows.Meetings(one.Group.Id.Value, from, next));
            return one with { Recorded = [.. recorded] };
        }));
    }

    private async Task<IReadOnlyList<SupportOfferDetails>> OffersOf(Member me, DateTimeOffset now)
    {
        var led = await Task.WhenAll(me.Standing.Leads.Select(group => offers.OfGroup(group.Value)));
        List<Guid> here = [.. Held("support-offer").Concat(led.SelectMany(ids => ids)).Distinct()];
        List<Guid> abroad = [.. Held(MatchAbroad.Kind)];
        // Whatever role they have in the area, these are theirs because they have a part in them.
        var self = new OfferCaller(new(CallerRole.Member, me.Id), me.Standing, []);
        var mine = here.Count == 0 ? [] : (await rows.Offers(here)).Select(row => unreadable.Read(
            "support-offer", row.Id, row.Payload, (SupportOffer offer) => offer.SeenBy(self, 0, now).OrNull()));
        var taken = abroad.Count == 0 ? [] : (await rows.MatchesAbroad(abroad)).Select(row => unreadable.Read(
            MatchAbroad.Kind, row.Id, row.Payload, (MatchAbroad match) => match.SeenBy(self.By, true).OrNull()));
        return [.. mine.Concat(taken).OfType<SupportOfferDetails>()
            .Where(offer => offer.IsMine || offer.Matches.Length > 0)];

        IEnumerable<Guid> Held(string kind) => me.Holdings.Where(one => one.Kind == kind).Select(one => one.Id);
    }

    private static GroupAtHome? NextOf(Group group, DateTimeOffset now) =>
        group.Description is null ? null : new(group, group.Calendar.Next(now), []);
}
