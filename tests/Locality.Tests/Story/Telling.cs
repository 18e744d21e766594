using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Locality.Tests.Networks;

namespace PeerNet.Locality.Tests.Story;

/// <summary>
/// What happens in all three areas, over HTTP alone: people, groups, meetings, guests, connections, searches, requests
/// that are wrong. Only the release of past months, which is the clock's doing, is asked of the silo itself.
/// In this order, one request after the other, so that two tellings differ in what they say and in nothing else.
/// </summary>
internal sealed partial class Telling(RunningNetwork network, World world)
{
    private static readonly TimeOnly Seven = new(19, 0);

    /// <summary>
    /// Who is who, in the order of the areas; each one's people are guests in the next, and the last one's in the
    /// first.
    /// </summary>
    public IReadOnlyList<Cast> Casts { get; } =
        [.. RunningNetwork.Names.Select(
            (area, place) => new Cast(area, NameAt(place + 1), NameAt(place - 1), world))];

    /// <summary>Every canary there is.</summary>
    public IReadOnlyList<Canary> Canaries => [.. Casts.SelectMany(cast => cast.Canaries)];

    private static string NameAt(int place) =>
        RunningNetwork.Names[(place + RunningNetwork.Names.Count) % RunningNetwork.Names.Count];

    private static DateOnly Today => London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>Tells all of it, and waits until what crosses has crossed.</summary>
    public async Task All()
    {
        foreach (var cast in Casts) await AtHome(cast);
        foreach (var cast in Casts) await Abroad(cast, CastOf(cast.Next));
        await LinkedRooms();
        foreach (var cast in Casts) await Strangers(cast);
        await Crossed();
        foreach (var cast in Casts) await MatchAbroad(cast, CastOf(cast.Next));
        await Crossed();
        foreach (var cast in Casts) await LookAround(cast);
    }

    private Cast CastOf(string area) => Casts.Single(cast => cast.Area == area);

    private Door At(Cast cast) => network.Doors[cast.Area];

    private string As(Actor actor) => network.TokenFor(actor);

    private async Task AtHome(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        foreach (var person in cast.People)
        {
            _ = (await door.Put($"members/{person.Id}", As(person), person.Profile)).Yes;
            _ = (await door.Get("members/me", As(person))).Yes;
        }
        foreach (var (group, says) in ((string, GroupDescription)[])[
            ("tea", cast.Tea),
            ("walk", cast.Walk),
            ("hidden", cast.Hidden),
            ("ended", cast.Hidden with { Name = "Ended" })
        ])
        {
            _ = (await door.Put($"groups/{cast.IdOf(group)}", lead, says)).Yes;
            _ = (await door.Put($"groups/{cast.IdOf(group)}/welcome", As(cast.Coordinator), new { })).Yes;
        }
        _ = (await door.Put($"groups/{cast.IdOf("new")}", lead, cast.New)).Yes;
        foreach (var person in (Actor[])[cast.Member, cast.Goer, cast.Erased])
            await BringIn(door, lead, As(person), $"groups/{cast.IdOf("tea")}/members/{person.Id}");
        // A number that is sent must not reveal who attends at home.
        if (!cast.Came) await ComeAndGo(door, lead, cast);
        _ = (await door.Put($"groups/{cast.IdOf("ended")}/closure", lead, new { reason = cast.Closure.Text })).Yes;
        await Meetings(cast, door, lead);
        foreach (var path in (string[])[
            $"members/{cast.Member.Id}",
            $"groups/{cast.IdOf("tea")}",
            $"groups/{cast.IdOf("walk")}",
            $"groups/{cast.IdOf("hidden")}",
            $"groups/{cast.IdOf("ended")}",
            $"groups/{cast.IdOf("new")}",
            $"groups/{cast.IdOf("tea")}/meetings"
        ])
            _ = (await door.Get(path, lead)).Yes;
        await Intentions(cast, lead);
        await Views(cast);
        await Offers(cast);
        await Worries(cast);
        await Gatherings(cast);
        await Barriers(cast);
        await NextSteps(cast);
        await Sentences(cast);
        await Practices(cast);
        await Panels(cast);
        await Power(cast);
        await OfferForAll(cast);
        await Months(cast);
    }

    private async Task ComeAndGo(Door door, string lead, Cast cast)
    {
        var member = $"groups/{cast.IdOf("tea")}/members/{cast.Goer.Id}";
        for (var times = 0; times < 3; times++)
        {
            _ = (await door.Delete(member, lead)).Yes;
            await BringIn(door, lead, As(cast.Goer), member);
        }
    }

    private static async Task BringIn(Door door, string lead, string person, string member)
    {
        _ = (await door.Put(member, lead, new { part = "member" })).Yes;
        _ = (await door.Put(member, person, new { })).Yes;
    }

    private static async Task Meetings(Cast cast, Door door, string lead)
    {
        var log = new RecordMeeting { GroupId = new(cast.IdOf("tea")), HeldOn = Today.AddDays(-3), StartsAt = Seven };
        var came = log with
        {
            Notes = cast.Notes.Text, Unnamed = new(Newcomers: cast.Came ? 2 : 5), Words = [cast.Newcomer.Text]
        };
        came = cast.Came
            ? came with { Present = [cast.Member.Id, cast.Erased.Id] }
            : came with { Absent = [cast.Member.Id], Apologies = [cast.Erased.Id] };
        var held = cast.IdOf("held");
        _ = (await door.Put($"meetings/{held}/record", lead, came)).Yes;
        _ = (await door.Put(
            $"meetings/{held}/corrections/{cast.IdOf("correction")}",
            lead,
            new { why = cast.Why.Text, notes = cast.NotesAgain.Text })).Yes;
        _ = (await door.Put(
            $"meetings/{cast.IdOf("not held")}/record",
            lead,
            log with
            {
                HeldOn = log.HeldOn.AddDays(-7), DidNotHappen = new(NotHeldReason.Venue, cast.NotHeld.Text)
            })).Yes;
        _ = (await door.Put(
            $"meetings/{cast.IdOf("cancelled")}",
            lead,
            new PlanMeeting { GroupId = log.GroupId, HeldOn = Today.AddDays(10), StartsAt = Seven })).Yes;
        _ = (await door.Put(
            $"meetings/{cast.IdOf("cancelled")}/cancellation", lead, new { reason = cast.Cancelled.Text })).Yes;
        foreach (var meeting in (string[])["held", "not held", "cancelled"])
            _ = (await door.Get($"meetings/{cast.IdOf(meeting)}", lead)).Yes;
    }

    private async Task Crossed()
    {
        network.Tap.HoldsCards = false;
        foreach (var cast in Casts)
        {
            await Eventually.So($"{cast.Area} has no letters to send", async () =>
                (await At(cast).Get("area", As(cast.Coordinator))).Yes.GetProperty("neighbours")
                    .EnumerateArray()
                    .All(neighbour => neighbour.GetProperty("waitingLetters").GetInt32() == 0));
            foreach (var other in Casts)
                await Eventually.So($"{cast.Area} finds {other.Area}'s group", async () =>
                    (await At(cast).Get($"groups?text={other.Name.Mark}")).Yes.GetProperty("total").GetInt32() == 1);
            foreach (var other in Casts.Where(other => other != cast))
            {
                await PracticesCrossed(cast, other);
                await BarriersCrossed(cast, other);
                await NextStepsCrossed(cast, other);
                await SentencesCrossed(cast, other);
            }
        }
        foreach (var cast in Casts) await FiguresCrossed(cast);
    }
}
