using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Tests;

/// <summary>A small believable world, always the same.</summary>
internal static class Scenario
{
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Tuesday = new(2026, 11, 17);
    public static readonly TimeOnly Seven = new(19, 0);
    public static readonly GroupId TheGroup = new(new("01990000-0000-7000-8000-00000000000a"));
    public static readonly MeetingId TheMeeting = new(new("01990000-0000-7000-8000-00000000000b"));
    public static readonly MemberId Lead = Person(1);
    public static readonly MemberId Sam = Person(2);
    public static readonly MemberId Stranger = Person(99);
    public static readonly Caller ByLead = By(Lead);
    public static readonly Caller BySam = By(Sam);
    public static readonly Caller ByStranger = By(Stranger);
    public static readonly Caller ByCoordinator = new(CallerRole.Coordinator, Person(1000));
    public static readonly MemberStanding Known = new(true, false, [], [], []);

    /// <summary>Tuesday evenings since January.</summary>
    public static readonly Series Tuesdays = new()
    {
        Id = "tuesday-evening", Versions = [new(new(2026, 1, 6), Seven, 90, "FREQ=WEEKLY;BYDAY=TU")]
    };

    public static MemberId Person(int number) => new(new($"01990000-0000-7000-8000-{number:x12}"));

    public static CorrectionId Correction(int number) => new(new($"01990000-0000-7000-9000-{number:x12}"));

    public static Caller By(MemberId member) => new(CallerRole.Member, member);

    public static GroupDescription Description(Joining joining = Joining.Open) => new()
    {
        Name = "Tuesday evening",
        Joining = joining,
        Schedule = new() { Series = [Tuesdays] },
    };

    /// <summary>A group led by <see cref="Lead"/>, with that many people in all, numbered from 1.</summary>
    public static Group AGroup(int people = 3, Joining joining = Joining.Open, int? capacity = null)
    {
        var group = new Group()
            .Describe(TheGroup, Description(joining) with { Capacity = capacity }, IfMatch.None, 0, ByLead, Now)
            .Yes()
            .LetIn(Caller.Area)
            .Yes();
        return Enumerable.Range(2, people - 1).Aggregate(group, (g, n) => g.With(Person(n)));
    }

    /// <summary>The group with one more person, whom a lead has invited and who has accepted.</summary>
    public static Group With(this Group group, MemberId person) =>
        group.Join(person, new(), Known, ByLead, Now).Yes().Join(person, new(), Known, By(person), Now).Yes();

    /// <summary>The same, and <see cref="Stranger"/> has asked to join: people who have may be marked.</summary>
    public static Group AGroupWithSomeoneWhoAsked(int people = 3) =>
        AGroup(people, Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();

    /// <summary>A planned meeting of <see cref="AGroup"/>, the day before now.</summary>
    public static Meeting APlannedMeeting(Group group)
    {
        return new Meeting().Plan(
            TheMeeting,
            new() { GroupId = TheGroup, HeldOn = Tuesday, StartsAt = Seven },
            IfMatch.None,
            0,
            group.Standing,
            ByLead,
            Now).Yes();
    }

    public static RecordMeeting ALog(params int[] present) =>
        new() { GroupId = TheGroup, HeldOn = Tuesday, StartsAt = Seven, Present = [.. present.Select(Person)] };

    public static Meeting ALoggedMeeting(Group group, RecordMeeting log) =>
        new Meeting().Record(TheMeeting, log, group.Standing, ByLead, Now).Yes();

    public static Member AMember(int number = 2, ConsentChanges? consents = null)
    {
        return new Member().Describe(
            Person(number), new()
            {
                Name = "Sam",
                Contact = new() { Phone = "01632 960001" },
                Helps = "A chair by the door",
                Consents = consents ?? new()
            }, IfMatch.None, 0, By(Person(number)), Known, Now).Yes();
    }

    /// <summary>The value, or a failed test that names the refusal.</summary>
    public static T Yes<T>(this Result<T> result)
    {
        if (result.Refused(out var refusal, out var value)) Assert.Fail($"Refused: {refusal}");
        return value!;
    }

    /// <summary>The next record, or a failed test that names the refusal.</summary>
    public static T Yes<T>(this Next<T> next) where T : class
    {
        if (next.Refused(out var refusal, out var record)) Assert.Fail($"Refused: {refusal}");
        return record!;
    }

    /// <summary>The refusal's code, or a failed test.</summary>
    public static string No<T>(this Next<T> next) where T : class
    {
        Assert.True(next.Refused(out var refusal, out _), "Was not refused.");
        return refusal!.Code;
    }

    /// <summary>The refusal's code, or a failed test.</summary>
    public static string No<T>(this Result<T> result)
    {
        Assert.True(result.Refused(out var refusal, out _), "Was not refused.");
        return refusal!.Code;
    }
}
