using System.Collections.Concurrent;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>The group of a campaign, and what its people expect of it.</summary>
internal sealed class Group(AreaUnderTest area)
{
    public const int Core = 30;
    private const int Guests = 12;
    private const int Evenings = 8;

    public GroupId Id { get; } = new(Guid.CreateVersion7());

    /// <summary>Those who belong throughout; the first leads.</summary>
    public IReadOnlyList<MemberId> People { get; } =
        [.. Enumerable.Range(0, Core).Select(_ => new MemberId(Guid.CreateVersion7()))];

    /// <summary>Those who come and go.</summary>
    public IReadOnlyList<MemberId> Comers { get; } =
        [.. Enumerable.Range(0, Guests).Select(_ => new MemberId(Guid.CreateVersion7()))];

    /// <summary>Meetings at which everybody marks themselves.</summary>
    public IReadOnlyList<MeetingId> Shared { get; } =
        [.. Enumerable.Range(0, Evenings).Select(_ => new MeetingId(Guid.CreateVersion7()))];

    public ConcurrentDictionary<MeetingId, ExpectedMeeting> Meetings { get; } = new();

    public ConcurrentDictionary<MemberId, bool> Belongs { get; } = new();

    /// <summary>Answers that contradict an earlier answer.</summary>
    public ConcurrentQueue<Finding> Contradictions { get; } = new();

    public MemberId Lead => People[0];

    public DateOnly Today { get; } = Diary.Today;

    private int starts;

    /// <summary>A time at which no meeting has started yet, because no evening can be logged twice.</summary>
    public TimeOnly NextStart() => Diary.Start(Interlocked.Increment(ref starts));

    public ExpectedArea Expected => new([.. Meetings.Values], Belongs);

    public string Path => $"/api/v1/groups/{Id}";

    /// <summary>Founds it, before anything is killed.</summary>
    public async Task Found()
    {
        foreach (var person in People.Concat(Comers)) await MakeKnown(person);
        Yes(await area.As(Lead).Insist(HttpMethod.Put, Path, new GroupDescription { Name = "A group in the storm" }));
        Belongs[Lead] = true;
        foreach (var person in People.Skip(1)) await Join(person);
        foreach (var id in Shared)
        {
            // Today, because nobody belonged on an earlier day.
            var log = new RecordMeeting { GroupId = Id, HeldOn = Today, StartsAt = NextStart() };
            Yes(await area.As(Lead).Insist(HttpMethod.Put, $"/api/v1/meetings/{id}/record", log));
            Meetings[id] = ExpectedMeeting.Of(id, log);
        }
    }

    public async Task<Answer> MakeKnown(MemberId person)
    {
        var answer = Yes(await area.As(person)
            .Insist(HttpMethod.Put, $"/api/v1/members/{person}", new MemberProfile { Name = "Someone" }));
        Belongs[person] = false;
        return answer;
    }

    public async Task<Answer> Join(MemberId person)
    {
        var answer = Yes(await area.As(person).Insist(HttpMethod.Put, $"{Path}/members/{person}", new JoinGroup()));
        Belongs[person] = true;
        return answer;
    }

    public async Task<Answer> Leave(MemberId person)
    {
        var answer = Yes(await area.As(person).Insist(HttpMethod.Delete, $"{Path}/members/{person}"));
        Belongs[person] = false;
        return answer;
    }

    private static Answer Yes(Answer answer)
    {
        return answer.Acknowledged
            ? answer
            : throw new InvalidOperationException($"Refused with {answer.Status}: {answer.Body}");
    }
}
