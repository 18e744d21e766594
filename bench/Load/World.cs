using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Local;

namespace PeerNet.Bench.Load;

/// <summary>The people and groups that both servers hold, and how to be one of them.</summary>
internal sealed class World
{
    public const string Area = "east-sussex";
    public const int CrewSize = 20;
    public const int HotSize = 50;
    private const int Pool = 200;

    // Each meeting has an evening of its own, and a group no more than 1,440 of them in a day.
    private const int HotGroups = 4;

    private readonly Dictionary<MemberId, string> bearers;

    private World(LocalTokens tokens, MemberId[] people, IReadOnlyList<Crew> crews, IReadOnlyList<Crew> hot)
    {
        Tokens = tokens;
        People = people;
        Crews = crews;
        Hot = hot;
        var now = TimeProvider.System.GetUtcNow();
        bearers = people.ToDictionary(person => person, person => $"Bearer {tokens.For(person, null, now)}");
    }

    public LocalTokens Tokens { get; }

    public MemberId[] People { get; }

    /// <summary>Groups of the usual size.</summary>
    public IReadOnlyList<Crew> Crews { get; }

    /// <summary>Groups whose people all come at once.</summary>
    public IReadOnlyList<Crew> Hot { get; }

    /// <summary>The header that says who asks.</summary>
    public string As(MemberId person) => bearers[person];

    public static World Make(DirectoryInfo folder, int groups)
    {
        var people = Enumerable.Range(0, Pool).Select(_ => new MemberId(Guid.CreateVersion7())).ToArray();
        // Each group takes its people from its own place in the pool, so that everybody belongs to about ten.
        Crew Of(int first, int size) =>
            Crew.Of([.. Enumerable.Range(0, size).Select(n => people[(first * 7 + n * 3) % Pool])]);
        return new(
            new(Area, folder),
            people,
            [.. Enumerable.Range(0, groups).Select(group => Of(group, CrewSize))],
            [.. Enumerable.Range(0, HotGroups).Select(group => Of(group, HotSize))]);
    }
}

/// <summary>A group, its people (the first leads) and the log that its lead sends.</summary>
internal sealed record Crew(GroupId Id, MemberId[] People, byte[] Log, byte[] EmptyLog)
{
    private readonly ConcurrentDictionary<Door, int> evenings = [];

    private const int Present = 14;
    private const int Apologies = 3;

    /// <summary>How many came, by the log.</summary>
    public const int HeadCount = Present + 1;

    public MemberId Lead => People[0];

    /// <summary>A log for the next evening on that server: none can be logged twice.</summary>
    public byte[] Again(byte[] log, Door door)
    {
        var minute = evenings.AddOrUpdate(door, 0, (_, last) => last + 1);
        var copy = log.ToArray();
        var at = copy.AsSpan().IndexOf("\"startsAt\":\"19:00\""u8) + "\"startsAt\":\""u8.Length;
        Encoding.UTF8.GetBytes($"{minute / 60:00}:{minute % 60:00}", copy.AsSpan(at));
        return copy;
    }

    public static Crew Of(MemberId[] people)
    {
        var empty = new RecordMeeting
        {
            GroupId = new(Guid.CreateVersion7()),
            HeldOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            StartsAt = new(19, 0)
        };
        var log = empty with
        {
            Present = [.. people[..Present]],
            Apologies = [.. people[Present..(Present + Apologies)]],
            Absent = [.. people[(Present + Apologies)..(Present + Apologies + 2)]],
            Unnamed = new(Newcomers: 1),
            Notes =
                "We talked about sleep, and about asking for help before it gets bad. Next time somebody brings the "
                + "kettle.",
        };
        return new(
            empty.GroupId,
            people,
            JsonSerializer.SerializeToUtf8Bytes(log, PeerNetJson.Options),
            JsonSerializer.SerializeToUtf8Bytes(empty, PeerNetJson.Options));
    }
}
