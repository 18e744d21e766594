using System.Security.Cryptography;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Local;

/// <summary>
/// Fills an area on the first start: people, groups, a year of meetings or less, offers of support, gatherings, next
/// steps, barriers and practices. Every write is a PUT with an ID that is always the same, so an interrupted start can
/// be repeated.
/// </summary>
internal sealed class Seed(LocalArea at, IGrainFactory grains)
{
    private static DateOnly Yesterday =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    // A slow machine, which seeds all areas at once, would otherwise give up on the writes that wait longest.
    private const int MaxAtOnce = 8;

    /// <summary>Seeds the area, unless it already is, and returns who is who in it.</summary>
    public async Task<SeededArea> Apply(CancellationToken cancel)
    {
        var file = SeedFile.Read(at.Area.Value);
        // The coordinator is written last, so their record means that everything else is there.
        var isNew = !(await grains.Member(at.Area, file.Coordinator).GetStanding()).Known;
        if (isNew)
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(Enumerable.Range(0, file.PeopleCount), atOnce, async (place, _) =>
                await Write(file.Person(place), file.Profile(place)));
            await Parallel.ForEachAsync(file.Groups, atOnce, async (group, _) => await Write(group));
            foreach (var place in file.Invitations) await Invite(file.Groups.ElementAt(place), place);
            var logs = (await Task.WhenAll(file.Groups.Select(MeetingsOf))).SelectMany(log => log).ToList();
            await Parallel.ForEachAsync(logs, atOnce, async (log, _) => await Write(log));
            var support = new SeedSupport(at, file, grains);
            await Parallel.ForEachAsync(file.Offers.Index(), atOnce, async (offer, _) =>
                await support.Write(offer.Item, offer.Index));
            var gatherings = new SeedGatherings(at, file, grains);
            foreach (var (place, gathering) in file.Gatherings.Index())
                await gatherings.Write(gathering, place, cancel);
            await new SeedBarriers(at, file, grains).Write();
            var steps = new SeedSteps(at, file, grains);
            foreach (var (place, step) in file.Steps.Index()) await steps.Write(step, place);
            var practices = new SeedPractices(at, file, grains);
            foreach (var (place, practice) in file.Practices.Index()) await practices.Write(practice, place);
            var panels = new SeedPanels(at, file, grains);
            foreach (var (place, panel) in file.Panels.Index()) await panels.Write(panel, place);
            var power = new SeedPower(at, file, grains);
            foreach (var (place, hold) in file.Power.Index()) await power.Write(hold, place);
            await Release();
            await Write(file.Coordinator, new() { Name = SeedFile.CoordinatorOf(at.Name) });
            Console.WriteLine(
                $"  First start: {at.Name}: {file.PeopleCount} people, {file.Groups.Count()} groups, "
                    + $"{logs.Count} meetings in {at.DaysOfMeetings} days.");
        }
        var closed = await grains.Border(at.Area).GetClosed();
        return SeededArea.Of(at, file, isNew, TimeProvider.System.GetUtcNow()) with { ClosedTo = closed };
    }

    // From the first month that the made-up meetings fill.
    private Task Release() => grains.Releases(at.Area).Start(Yesterday.AddDays(-at.DaysOfMeetings).AddMonths(1));

    private async Task Write(MemberId id, MemberProfile profile) =>
        Expect(await grains.Member(at.Area, id).Put(profile, IfMatch.None, Caller.Area));

    private async Task Write(SeedGroup group)
    {
        var grain = grains.Group(at.Area, group.Id);
        Expect(await grain.Put(group.Description, IfMatch.None, Caller.Area));
        foreach (var (person, place) in group.People.Select((person, place) => (person, place)))
        {
            var part = place switch { 0 => Part.Lead, 1 => Part.CoLead, _ => Part.Member };
            Expect(await grain.Join(person, new(part) { Since = group.SinceOf(person) }, Caller.Area));
        }
    }

    // Nobody knows a key with this digest, so the link lets nobody in.
    private async Task Invite(SeedGroup group, int place)
    {
        var id = new InvitationLinkId(SeedId.Of(at.Area.Value, "invitation", place));
        var digest = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var lead = new Caller(CallerRole.Member, group.People[0]);
        Expect(await grains.InvitationLinks(at.Area, group.Id).Make(id, digest, lead));
    }

    private async Task Write(SeedLog log)
    {
        var lead = new Caller(CallerRole.Member, log.Lead);
        Expect(await grains.Meeting(at.Area, log.Meeting).Record(log.Record, lead));
    }

    private async Task<IEnumerable<SeedLog>> MeetingsOf(SeedGroup group)
    {
        var planned = Expect(
            await grains.Area(at.Area)
                .ListMeetings(group.Id, Yesterday.AddDays(-at.DaysOfMeetings), Yesterday, Caller.Area));
        // One in twelve is never logged. That happens in practice, and must not look like a meeting nobody came to. The
        // last one waits for whoever follows the README.
        return planned.SkipLast(1)
            .Where(line => !line.Logged && SeedId.Percent($"{line.Id}/logged") >= 8)
            .Select((line, place) => new SeedLog(line.Id, group.People[0], Log(group, line, place)));
    }

    private static RecordMeeting Log(SeedGroup group, MeetingLine line, int place)
    {
        var log = new RecordMeeting { GroupId = group.Id, HeldOn = line.HeldOn, StartsAt = line.StartsAt };
        if (SeedId.Percent($"{line.Id}/held") < 4)
            return log with { DidNotHappen = new(NotHeldReason.Venue, "The room was double-booked.") };
        var marks = group.PeopleOn(line.HeldOn).ToLookup(person => SeedId.Percent($"{line.Id}/{person}") switch
        {
            < 60 => Mark.Present,
            < 74 => Mark.Apologies,
            < 90 => Mark.Absent,
            _ => Mark.NotRecorded,
        });
        return log with
        {
            Present = [.. marks[Mark.Present]],
            Apologies = [.. marks[Mark.Apologies]],
            Absent = [.. marks[Mark.Absent]],
            Unnamed =
                new(Newcomers: SeedId.Percent($"{line.Id}/new") / 40, Carers: SeedId.Percent($"{line.Id}/carers") / 80),
            Notes = place % 3 == 0 && group.Notes.Count > 0 ? group.Notes[place / 3 % group.Notes.Count] : null,
        };
    }

    /// <summary>What a write has made.</summary>
    /// <exception cref="InvalidDataException">It was refused.</exception>
    internal static T Expect<T>(Result<T> result)
    {
        return result.Refused(out var refusal, out var value) ? throw new InvalidDataException(
            $"The seed data was refused: {refusal.Code} {refusal.Field} {refusal.Detail}") : value;
    }

    private sealed record SeedLog(MeetingId Meeting, MemberId Lead, RecordMeeting Record);
}
