using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Tests;

/// <summary>A new group that people ask to join, with everybody who can stand in some relation to it.</summary>
internal sealed class Scene
{
    public static readonly TimeOnly Seven = new(19, 0);

    private readonly RunningArea area;
    private int logged;

    private Scene(RunningArea area) => this.area = area;

    public GroupId Group { get; } = new(Guid.CreateVersion7());

    public required Person Stranger { get; init; }

    public required Person Asked { get; init; }

    public required Person Member { get; init; }

    public required Person Other { get; init; }

    public required Person Lead { get; init; }

    public required Person CoLead { get; init; }

    public required Person Coordinator { get; init; }

    public required Person NetworkCoordinator { get; init; }

    /// <summary>The group's address.</summary>
    public string At => $"groups/{Group}";

    public static GroupDescription Description { get; } =
        new() { Name = $"Tuesday tea {RunningArea.Canary}", About = RunningArea.Canary, Joining = Joining.Ask };

    private IGroupGrain Grain => area.East.Grains.Group(area.East.Area, Group);

    public static async Task<Scene> Make(RunningArea area)
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(place => area.APerson(place switch { 6 => "coordinator", 7 => "networkCoordinator", _ => null })));
        var scene = new Scene(area)
        {
            Stranger = people[0], Asked = people[1], Member = people[2], Other = people[3],
            Lead = people[4], CoLead = people[5], Coordinator = people[6], NetworkCoordinator = people[7],
        };
        var lead = By(scene.Lead);
        RunningArea.Yes(await scene.Grain.Put(Description, IfMatch.None, lead));
        foreach (var person in new[] { scene.CoLead, scene.Member, scene.Other })
        {
            RunningArea.Yes(await scene.Grain.Join(person.Id, new(), lead));
            RunningArea.Yes(await scene.Grain.Join(person.Id, new(), By(person)));
        }
        RunningArea.Yes(await scene.Grain.Join(scene.CoLead.Id, new(Part.CoLead), lead));
        RunningArea.Yes(await scene.Grain.Join(scene.Asked.Id, new(), By(scene.Asked)));
        return scene;
    }

    /// <summary>A schedule of one series.</summary>
    public static Schedule Following(params ImmutableArray<SeriesVersion> versions) =>
        new() { Series = [new() { Id = "meetings", Versions = versions }] };

    /// <summary>The caller's own id. A visitor has none and tries with somebody else's.</summary>
    public MemberId Self(Person by) => by.Token is null ? Member.Id : by.Id;

    /// <summary>Waits until everybody's own record knows of the group.</summary>
    public async Task<Scene> Known()
    {
        foreach (var person in new[] { Asked, Member, Other, Lead, CoLead })
            await RunningArea.Until(() => Knows(person));
        return this;
    }

    /// <summary>One more person who asks to join, and whose record knows it.</summary>
    public async Task<Person> SomebodyWhoAsks()
    {
        var person = await area.APerson();
        RunningArea.Yes(await Grain.Join(person.Id, new(), By(person)));
        await RunningArea.Until(() => Knows(person));
        return person;
    }

    /// <summary>One more person, who is invited, and whose record knows it.</summary>
    public async Task<Person> SomebodyWhoIsInvited()
    {
        var person = await area.APerson();
        RunningArea.Yes(await Grain.Join(person.Id, new(), By(Lead)));
        await RunningArea.Until(() => Knows(person));
        return person;
    }

    /// <summary>A new meeting that is planned; yesterday, so that it can be logged.</summary>
    public async Task<string> APlannedMeeting(int days = -1)
    {
        var id = new MeetingId(Guid.CreateVersion7());
        RunningArea.Yes(await area.East.Grains.Meeting(area.East.Area, id).Plan(
            new() { GroupId = Group, HeldOn = RunningArea.Today.AddDays(days), StartsAt = Seven },
            IfMatch.None,
            By(Lead)));
        return $"meetings/{id}";
    }

    /// <summary>Somebody of another area, West Sussex unless it is named, asks for a seat.</summary>
    public async Task<SeatId> AGuestWhoAsks(AreaId? home = null)
    {
        var seat = SeatId.Random();
        RunningArea.Yes(await area.East.Grains.Link(area.East.Area).Receive(new SeatAsked
        {
            From = home ?? area.West.Area, To = area.East.Area, Group = Group, Seat = seat,
            ShownAs = RunningArea.Canary,
        }));
        return seat;
    }

    /// <summary>A gathering of West Sussex, or of an area that is named, which asks this area to hold it too.</summary>
    public async Task<GatheringId> AnInvitation(
        GatheringId? gathering = null, AreaId? host = null, int days = 7, int version = 0, bool isCancelled = false)
    {
        var id = gathering ?? new(Guid.CreateVersion7());
        RunningArea.Yes(await area.East.Grains.Link(area.East.Area).Receive(new RoomAsked
        {
            From = host ?? area.West.Area, To = area.East.Area, Gathering = id, Version = Math.Max(days, version),
            Plan = new($"A big room {RunningArea.Canary}", RunningArea.Today.AddDays(days), new(14, 0), 150)
            {
                IsCancelled = isCancelled,
            },
        }));
        return id;
    }

    /// <summary>A new meeting to come that the group itself knows of.</summary>
    public async Task<string> AMeetingToCome()
    {
        var id = (await APlannedMeeting(days: 7)).Split('/')[1];
        await RunningArea.Until(
            async () => (await area.Http.Get($"{At}/meetings", Lead)).Text.Contains(id, StringComparison.Ordinal)
            && RunningArea.Yes(await Grain.Get(By(Lead))).NextMeeting is not null);
        return id;
    }

    /// <summary>A new meeting that is logged.</summary>
    public async Task<string> ALoggedMeeting()
    {
        var id = new MeetingId(Guid.CreateVersion7());
        // No evening can be logged twice.
        var startsAt = Seven.AddMinutes(Interlocked.Increment(ref logged));
        RunningArea.Yes(await area.East.Grains.Meeting(area.East.Area, id)
            .Record(ALog() with { StartsAt = startsAt, Notes = RunningArea.Canary }, By(Lead)));
        return $"meetings/{id}";
    }

    public RecordMeeting ALog() => new()
    {
        GroupId = Group,
        HeldOn = RunningArea.Today,
        StartsAt = Seven,
        Present = [Member.Id],
        Unnamed = new(Newcomers: 2)
    };

    /// <summary>All that can be read at those addresses, as a coordinator sees it.</summary>
    public async Task<string> Read(params string[] addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            var answer = await area.Http.Get(address, Coordinator);
            answers.Add(answer.Status < 400 ? answer.Text : $"{answer.Code}");
        }
        return string.Join("\n", answers);
    }

    private static Caller By(Person person) => new(CallerRole.Member, person.Id);

    private async Task<bool> Knows(Person person)
    {
        return RunningArea.Yes(await area.East.Grains.Member(area.East.Area, person.Id).Get(By(person))).Groups!.Value
            .Any(g => g.GroupId == Group);
    }
}
