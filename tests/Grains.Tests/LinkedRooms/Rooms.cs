using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>One gathering in three areas, with the letters between them. Brighton and Hove asks the others.</summary>
internal sealed class Rooms
{
    public static readonly AreaId Brighton = new("brighton-and-hove");
    public static readonly AreaId East = new("east-sussex");
    public static readonly AreaId West = new("west-sussex");
    public static readonly AreaId[] All = [Brighton, East, West];

    public static readonly GatheringStanding ForKeeper = new()
    {
        State = GatheringState.Open, KeptFor = new(Guid.CreateVersion7()),
    };
    public static readonly GatheringStanding ForOthers = new() { State = GatheringState.Open };

    private static readonly RoomKey[] Keys = [RoomKey.Make(), RoomKey.Make(), RoomKey.Make()];

    private readonly Dictionary<AreaId, Row<LinkedRoom>> rows =
        All.ToDictionary(area => area, _ => new Row<LinkedRoom>());

    /// <summary>Areas that take in and send nothing.</summary>
    public HashSet<AreaId> Frozen { get; } = [];

    /// <summary>Every letter that was ever sent, in the order in which it arrived.</summary>
    public List<Letter> Carried { get; } = [];

    /// <summary>An area's record.</summary>
    public LinkedRoom this[AreaId area] => rows[area].Record;

    /// <summary>The letters that wait in an area.</summary>
    public IEnumerable<Message> Waiting(AreaId area) => rows[area].Outbox.Select(posted => posted.Message);

    /// <summary>The gathering as its keeper reads it.</summary>
    public static GatheringDetails Details(Gathering gathering, Caller? by = null) =>
        gathering.SeenBy(by ?? ByLead, 1).Yes();

    /// <summary>One that asks a vote which its keepers have agreed on.</summary>
    public static GatheringDetails AGatheringAsking(AskQuestion? asks = null)
    {
        return Details(AGathering().Kept().Ask(TheQuestion, asks ?? AVote, ByLead).Yes()
            .MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes());
    }

    /// <summary>Two other areas are asked and join.</summary>
    public static Rooms Linked(params AreaId[] others)
    {
        var rooms = new Rooms();
        foreach (var area in others.Length == 0 ? [East, West] : others)
        {
            rooms.Do(Brighton, room => room.Ask(area, AGatheringAsking(), Brighton));
            rooms.Carry();
            rooms.Do(area, room => room.Join(Details(AGathering()), area));
            rooms.Carry();
        }
        return rooms;
    }

    /// <summary>The same, and all of them ask the question.</summary>
    public static Rooms Sharing(AskQuestion? asks = null)
    {
        var rooms = Linked();
        rooms.Do(Brighton, room => room.Share(TheQuestion, AGatheringAsking(asks), Brighton));
        rooms.Carry();
        return rooms;
    }

    /// <summary>What an area counted: of so many people, how many chose each option.</summary>
    public static RoomCount Counted(int people, params ImmutableArray<int> voices) => Counted(false, people, voices);

    /// <summary>The same, whether or not the area shows it in figures.</summary>
    public static RoomCount Counted(bool isShown, int people, params ImmutableArray<int> voices)
    {
        ImmutableArray<int> all = [people, .. voices];
        return new() { All = all, Shown = isShown ? all : null, Finding = Finding.LikedByMost, Stands = ["A"] };
    }

    /// <summary>Runs a transition in an area.</summary>
    public Rooms Do(AreaId area, Func<LinkedRoom, Next<LinkedRoom>> transition)
    {
        rows[area] = rows[area].After((room, _) => transition(room), area, Now).Yes();
        return this;
    }

    public Rooms HandIn(AreaId area, RoomCount count) =>
        Do(area, room => room.HandIn(TheQuestion, count, Keys[Array.IndexOf(All, area)], ForKeeper, area));

    public Rooms AddUp(params ImmutableArray<AreaId> without) =>
        Do(Brighton, room => room.AddUp(TheQuestion, new() { Without = without }, ForKeeper, Brighton));

    /// <summary>The refusal of the host.</summary>
    public string WhyNotAddUp(params ImmutableArray<AreaId> without) =>
        this[Brighton].AddUp(TheQuestion, new() { Without = without }, ForKeeper, Brighton).No();

    /// <summary>Carries letters until none waits that can arrive.</summary>
    public Rooms Carry()
    {
        while (CarryOne(0)) { }
        return this;
    }

    /// <summary>Carries one letter of those that may arrive next, whichever the number says.</summary>
    public bool CarryOne(int which)
    {
        Settle();
        var next = All.Where(area => !Frozen.Contains(area)).SelectMany(area => Next(rows[area])).ToList();
        if (next.Count == 0) return false;
        var posted = next[which % next.Count];
        var letter = (Letter)posted.Message;
        Carried.Add(letter);
        Bring(letter);
        var delivery = Delivery.Of(letter.Operation, posted.Attempts, null);
        rows[letter.From] = rows[letter.From].Settle(delivery, letter.From, Now).Yes();
        return true;
    }

    /// <summary>Brings a letter, perhaps for the second time.</summary>
    public Rooms Bring(Letter letter)
    {
        rows[letter.To] = rows[letter.To].Receive(letter, letter.To, Now).Yes();
        return this;
    }

    /// <summary>The refusal of a letter.</summary>
    public string WhyNot(Letter letter) => rows[letter.To].Receive(letter, letter.To, Now).No();

    private IEnumerable<Posted> Next(Row<LinkedRoom> row)
    {
        return row.Outbox.Where(posted => posted.Message is Letter letter && !Frozen.Contains(letter.To))
            .GroupBy(posted => posted.To).Select(same => same.First());
    }

    // What the area's own gathering takes in.
    private void Settle()
    {
        foreach (var area in All)
        {
            foreach (var posted in rows[area].Outbox.Where(posted => posted.Message is QuestionBrought))
                rows[area] = rows[area].Settle(Delivery.Of(posted.Message.Operation, 0, null), area, Now).Yes();
        }
    }
}
