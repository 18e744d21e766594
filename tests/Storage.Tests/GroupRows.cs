using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;

namespace PeerNet.Storage.Tests;

/// <summary>A group and its meetings as rows, with a random life: logs, corrections, rows that go.</summary>
internal sealed class GroupRows(IGrainStorage storage, int seed)
{
    private readonly Random random = new(seed);
    private readonly GrainState<Row<Group>> group = new();
    private readonly Dictionary<MeetingId, GrainState<Row<Meeting>>> meetings = [];

    public GroupId Id { get; } = new(Guid.CreateVersion7());

    private RandomOffers Offers => field ??= new(storage, seed, Id);

    public string Kind => Words<MeetingFormat>.Of(group.State!.Record.Description!.Format);

    public Guid AMeeting => meetings.First(one => one.Value.RecordExists).Key.Value;

    public Guid AnOffer => Offers.Known.First();

    public SortedDictionary<DateOnly, Figures> Figures(GrowthBy by, Guid? except = null)
    {
        var rows = meetings.Values.Where(row => row.RecordExists).Select(row => row.State!.Record)
            .Where(meeting => meeting.Id.Value != except).ToList();
        var figures = GroupGrowth.Of(group.State!.Record, rows, new(2026, 11, 23), by);
        return Sum([figures, Offers.Figures(by, except)]);
    }

    public static SortedDictionary<DateOnly, Figures> Sum(
        IEnumerable<IEnumerable<KeyValuePair<DateOnly, Figures>>> parts)
    {
        return new(parts.SelectMany(part => part)
            .GroupBy(one => one.Key, one => one.Value)
            .ToDictionary(all => all.Key, all => all.Aggregate(FigureSums.Plus)));
    }

    /// <summary>What the overview shows of it.</summary>
    public GroupFacts? Facts
    {
        get
        {
            var rows = meetings.Values.Where(row => row.RecordExists).Select(row => row.State!.Record).ToList();
            var last = rows.OrderBy(one => one.HeldOn).ThenBy(one => one.StartsAt).ThenByDescending(one => $"{one.Id}")
                .LastOrDefault();
            return GroupFacts.Of(
                group.State!.Record, rows, last is null ? null : new(last.Id, last.HeldOn), new(2026, 11, 23));
        }
    }

    public async Task Live(int steps)
    {
        if (!group.RecordExists) await Put(Founded());
        for (var step = 0; step < steps; step++) await Step();
    }

    public Task ChangeKind()
    {
        var now = group.State!.Record.Description!;
        var next = now.Format == MeetingFormat.Online ? MeetingFormat.InPerson : MeetingFormat.Online;
        return Put(group.State!.Record with { Description = now with { Format = next } });
    }

    public Task Clear() => storage.ClearStateAsync("group", GrainOf("group", Id.Value), group);

    private Group Founded() => new()
    {
        Id = Id, FoundedOn = new(2026, 3, random.Next(1, 29)),
        Description = new() { Name = "Tea", Format = (MeetingFormat)random.Next(3) },
    };

    private async Task Step()
    {
        // SQLite answers at once: without this, one life would end before the next begins.
        await Task.Yield();
        var known = meetings.Where(one => one.Value.RecordExists).ToList();
        switch (random.Next(8))
        {
            case 0:
                var day = Day();
                await Put(group.State!.Record with { Turnover = [.. group.State!.Record.Turnover, new(day, 1, 0)] });
                break;
            case 1 when known.Count > 0:
                var (id, row) = known[random.Next(known.Count)];
                await Put(id, row.State!.Record with { HeldOn = Day() });
                break;
            case 2 when known.Count > 5:
                var gone = known[random.Next(known.Count)];
                await storage.ClearStateAsync("meeting", GrainOf("meeting", gone.Key.Value), gone.Value);
                break;
            case 3:
                await ChangeKind();
                break;
            case 4:
                await Offers.Step();
                break;
            case 5:
                var guests = new NeighbourTurnover(Day(), new("west-sussex"), random.Next(3), random.Next(2), 1, 0);
                var turnover = group.State!.Record.NeighbourTurnover.Add(guests);
                await Put(group.State.Record with { NeighbourTurnover = turnover });
                break;
            default:
                var added = new MeetingId(Guid.CreateVersion7());
                await Put(added, Logged(added));
                break;
        }
    }

    private Meeting Logged(MeetingId id)
    {
        var marks = Enumerable.Range(1, 4).Where(_ => random.Next(2) == 0)
            .Select(n => new EntryMark(new(new($"01990000-0000-7000-8000-{n:x12}")), Mark.Present));
        return new()
        {
            Id = id, GroupId = Id, HeldOn = Day(), StartsAt = new(19, 0), IsPlanned = true, IsHeld = true,
            Entries = [new() { Marks = [.. marks], Counted = new(random.Next(3), random.Next(3)) }],
        };
    }

    private DateOnly Day() => new DateOnly(2026, 2, 1).AddDays(random.Next(290));

    private Task Put(Group record)
    {
        group.State = new() { Version = 1, Edition = 1, Record = record };
        return storage.WriteStateAsync("group", GrainOf("group", Id.Value), group);
    }

    private Task Put(MeetingId id, Meeting record)
    {
        if (!meetings.TryGetValue(id, out var row)) meetings[id] = row = new();
        row.State = new() { Version = 1, Edition = 1, Record = record };
        return storage.WriteStateAsync("meeting", GrainOf("meeting", id.Value), row);
    }

    private static GrainId GrainOf(string kind, Guid id) => GrainId.Create(kind, $"brighton-and-hove/{kind}/{id}");
}
