using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Local;

/// <summary>The made-up people and groups of one area, read from deploy/seed.</summary>
internal sealed class SeedFile
{
    private static readonly string[] HelpsSome =
    [
        "A chair near the door.", "Please do not put me on the spot.", "I lip-read, so face me when you speak.",
        "A text the day before.",
        "I may need to step out; I will come back.", "Sitting with someone I know.",
    ];

    private readonly string area;
    private readonly JsonElement file;

    private SeedFile(string area, JsonElement file)
    {
        this.area = area;
        this.file = file;
    }

    public int PeopleCount => file.GetProperty("people").GetArrayLength();

    public IEnumerable<SeedGroup> Groups
    {
        get
        {
            return file.GetProperty("groups").EnumerateArray().Select((group, place) => new SeedGroup(
                GroupId(place),
                group.Deserialize<GroupDescription>(PeerNetJson.Options)!,
                [.. group.GetProperty("members").EnumerateArray().Select(m => Person(m.GetInt32()))],
                [.. group.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!)]));
        }
    }

    public IReadOnlyList<SeedOffer> Offers => All<SeedOffer>("offers");

    public IReadOnlyList<SeedGathering> Gatherings => All<SeedGathering>("gatherings");

    public IReadOnlyList<SeedStep> Steps => All<SeedStep>("steps");

    public IReadOnlyList<SeedPractice> Practices => All<SeedPractice>("practices");

    public IReadOnlyList<SeedPanel> Panels => All<SeedPanel>("panels");

    public IReadOnlyList<SeedHold> Power => All<SeedHold>("power");

    public IReadOnlyList<SeedRole> Roles => All<SeedRole>("roles");

    public IReadOnlyList<SeedLimit> Limits => All<SeedLimit>("limits");

    public IReadOnlyList<SeedBarrier> Barriers => All<SeedBarrier>("barriers");

    public IReadOnlyList<SeedSeat> Seats => All<SeedSeat>("seats");

    /// <summary>The places of groups that share their next meeting with connected groups.</summary>
    public IReadOnlyList<int> Shared => All<int>("shared");

    /// <summary>The places of groups whose lead has made an invitation link that nobody has used.</summary>
    public IReadOnlyList<int> Invitations => All<int>("invitations");

    public IReadOnlyList<SeedConnection> Connections => All<SeedConnection>("connections");

    /// <summary>The area's coordinator, whose ID comes after the last person's.</summary>
    public MemberId Coordinator => Person(PeopleCount);

    public static SeedFile Read(string area)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seed", $"{area}.json"));
        return new(area, JsonSerializer.Deserialize<JsonElement>(stream));
    }

    public MemberId Person(int place) => new(SeedId.Of(area, "member", place));

    /// <summary>Who answers for a role, and belongs to no group.</summary>
    public MemberId Holder(int place) => new(SeedId.Of(area, "holder", place));

    public GroupId GroupId(int place) => GroupId(new(area), place);

    public static GroupId GroupId(AreaId area, int place) => new(SeedId.Of(area.Value, "group", place));

    /// <summary>A group's first lead, once their own record knows that they lead it.</summary>
    // Whoever joins is told so a little later, unless somebody asks for it.
    public async Task<Caller> LeadOf(IGrainFactory grains, int group)
    {
        await grains.Sender(GrainKey.For<IGroupGrain>(new(area), GroupId(group).Value)).Deliver();
        return new(CallerRole.Member, Groups.ElementAt(group).People[0]);
    }

    public static string CoordinatorOf(string area) => $"Coordinator of {area}";

    public string NameOf(int place) => file.GetProperty("people")[place].GetString()!;

    public MemberProfile Profile(int place)
    {
        var words = $"{area}/{place}";
        return new()
        {
            Name = NameOf(place),
            Contact = new() { Email = $"person{place + 1}@{area}.example.invalid" },
            Helps = SeedId.Percent(words) < 40 ? HelpsSome[place % HelpsSome.Length] : null,
            Consents = new()
            {
                NameToGroups = true,
                ContactToLeads = SeedId.Percent(words + "c") < 70,
                HelpsToLeads = SeedId.Percent(words + "h") < 80,
            },
        };
    }

    private T[] All<T>(string name) => file.GetProperty(name).Deserialize<T[]>(PeerNetJson.Options)!;
}

/// <summary>A made-up group; the first two of its people lead it.</summary>
internal sealed record SeedGroup(
    GroupId Id, GroupDescription Description, IReadOnlyList<MemberId> People, IReadOnlyList<string> Notes)
{
    private const int Founders = 5;
    private static readonly DateOnly LastJoined = new(2026, 11, 1);

    public IEnumerable<MemberId> Leads => People.Take(2);

    /// <summary>
    /// The day from which a person has belonged: the first people from the start, the others from some day since, so
    /// that the group can be seen to grow.
    /// </summary>
    public DateOnly SinceOf(MemberId person)
    {
        var start = Description.Schedule!.Series.Min(series => series.Versions[0].From);
        if (People.Take(Founders).Contains(person)) return start;
        return start.AddDays((LastJoined.DayNumber - start.DayNumber) * SeedId.Percent($"{Id}/{person}") / 100);
    }

    /// <summary>The people who belonged on a day.</summary>
    public IEnumerable<MemberId> PeopleOn(DateOnly day) => People.Where(person => SinceOf(person) <= day);
}
