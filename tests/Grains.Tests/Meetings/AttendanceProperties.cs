using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>Whatever people do, in whatever order and however often: the sums hold, and what is past stays.</summary>
public sealed class AttendanceProperties
{
    private static readonly Gen<int> SomePerson = Gen.Int[1, 8];
    private static readonly Gen<Unnamed> SomeCount =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], (n, v, c, k) => new Unnamed(n, v, c, k));
    private static readonly Gen<Mark> SomeMark = Gen.Enum<Mark>();

    private static readonly Gen<Step> SomeStep = Gen.OneOf(
        SomePerson.Select(p => new Step(
            $"join {p}",
            w => w with { Group = w.Group.Join(Person(p), new(), w.Standing(p), By(Person(p)), Now).Or(w.Group) })),
        SomePerson.Select(p =>
            new Step($"leave {p}", w => w with { Group = w.Group.Leave(Person(p), ByCoordinator, Now).Or(w.Group) })),
        SomePerson.Select(p => new Step($"erase {p}", w => w.Erase(p))),
        Gen.Select(SomePerson, SomeMark, (p, m) => new Step(
            $"mark {p} {m}",
            w => w.With(x => x.Attend(TheMeeting, Person(p), new(m), w.Group.Standing, ByCoordinator, Now)))),
        Gen.Select(SomePerson, Gen.Enum<UnnamedKind>(), (p, k) => new Step(
            $"name {p} {k}",
            w => w.With(
                x => x.Attend(TheMeeting, Person(p), new(Mark.Present, k), w.Group.Standing, ByCoordinator, Now)))),
        SomeCount.Select(
            c =>
                new Step($"count {c}", w => w.With(x => x.Count(TheMeeting, c, w.Group.Standing, ByCoordinator, Now)))),
        Gen.Select(SomeMark.Array[8], SomeCount, (marks, c) => new Step(
            $"log {string.Join(',', marks)} {c}",
            w => w.With(x => x.Record(TheMeeting, Log(marks, c), w.Group.Standing, ByCoordinator, Now)))),
        Gen.Select(Gen.Int[1, 3], SomePerson, SomeMark, SomeCount.Null(), Gen.Bool, (id, p, m, c, off) => new Step(
            $"correct {id} {p} {m} {c} {off}", w => w.With(
                x => x.Correct(Correction(id), ACorrection(p, m, c, off), w.Group.Standing, ByCoordinator, Now)))),
        Gen.Const(
            new Step("cancel", w => w.With(x => x.Cancel(TheMeeting, new(), w.Group.Standing, ByCoordinator, Now)))),
        Gen.Const(new Step(
            "reinstate", w => w.With(x => x.Reinstate(TheMeeting, w.Group.Standing, ByCoordinator, Now)))));

    [Fact]
    public void Named_and_unnamed_make_the_head_count_and_the_four_marks_make_the_roster() => Walk((_, after) =>
    {
        var seen = after.Meeting.SeenBy(ByCoordinator, after.Group.Standing, 1).Yes();
        return seen.Named + seen.Unnamed!.Total == (seen.HeadCount ?? 0)
            && seen.Present + seen.Apologies + seen.Absent + seen.NotRecorded == seen.Roster.Length
            && Enum.GetValues<UnnamedKind>().All(kind => seen.Unnamed.Of(kind) >= 0)
            && seen.Roster.Select(line => line.MemberId).Distinct().Count() == seen.Roster.Length;
    });

    [Fact]
    public void The_head_count_is_what_a_reader_of_the_entries_would_count() =>
        Walk((_, after) => Recount(after.Meeting.Entries) == after.Meeting.Attendance.HeadCount);

    [Fact]
    public void Joining_leaving_and_erasure_never_change_a_meeting_and_entries_are_only_added()
    {
        Walk((before, after) =>
            after.Meeting.Entries.Take(before.Meeting.Entries.Length).SequenceEqual(before.Meeting.Entries)
            && (ReferenceEquals(before.Group, after.Group) || ReferenceEquals(before.Meeting, after.Meeting)));
    }

    [Fact]
    public void Every_step_done_twice_is_the_step_done_once() => Walk((before, after) => true, twice: true);

    [Fact]
    public void A_record_read_back_from_storage_says_the_same()
    {
        Walk((_, after) =>
            PeerNetJson.Same(after.Meeting, JsonSerializer.Deserialize<Meeting>(
                JsonSerializer.Serialize(after.Meeting, PeerNetJson.Options), PeerNetJson.Options)!));
    }

    private static void Walk(Func<World, World, bool> holds, bool twice = false)
    {
        SomeStep.Array[1, 25].Sample(
            steps =>
            {
                var group = AGroup(5);
                var world = new World(
                    group,
                    APlannedMeeting(group),
                    Enumerable.Range(1, 8).ToImmutableDictionary(n => n, n => AMember(n)));
                foreach (var step in steps)
                {
                    var after = step.Do(world);
                    if (!holds(world, after)) return false;
                    if (twice && step.Do(after) is var again && !(ReferenceEquals(again.Meeting, after.Meeting)
                        && ReferenceEquals(again.Group, after.Group))) return false;
                    world = after;
                }
                return true;
            },
            iter: 1000,
            print: steps => string.Join("; ", steps.Select(s => s.Name)));
    }

    /// <summary>
    /// Counts heads in another way than the code does: people by their last mark, and the last count at the door less
    /// those who got a name.
    /// </summary>
    private static int Recount(ImmutableArray<Entry> entries)
    {
        var start = entries.ToList().FindLastIndex(e => e.DidNotHappen is not null) + 1;
        var since = entries.Skip(start).ToList();
        if (since.Count == 0) return 0;
        var doors = since.LastOrDefault(e => e.Counted is not null)?.Counted?.Total ?? 0;
        var marks = since.SelectMany(e => e.Marks).GroupBy(m => m.MemberId).ToList();
        var present = marks.Count(m => m.Last().Mark == Mark.Present);
        var named =
            marks.Count(m => m.Reverse().TakeWhile(x => x.Mark == Mark.Present).Any(x => x.CountedAs is not null));
        return present + doors - named;
    }

    private static RecordMeeting Log(Mark[] marks, Unnamed counted)
    {
        var people = marks.Select((mark, n) => (Mark: mark, Who: Person(n + 1))).ToLookup(x => x.Mark, x => x.Who);
        return ALog() with
        {
            Present = [.. people[Mark.Present]],
            Apologies = [.. people[Mark.Apologies]],
            Absent = [.. people[Mark.Absent]],
            Unnamed = counted
        };
    }

    private static CorrectMeeting ACorrection(int person, Mark mark, Unnamed? counted, bool off)
    {
        return off
            ? new() { Why = "It was off", DidNotHappen = new(NotHeldReason.Other) }
            : new() { Why = "Miscounted", Marks = [new(Person(person), mark)], Unnamed = counted };
    }

    private sealed record Step(string Name, Func<World, World> Do);

    private sealed record World(Group Group, Meeting Meeting, ImmutableDictionary<int, Member> Members)
    {
        public MemberStanding Standing(int person) => Members[person].Standing;

        public World With(
            Func<Meeting, Next<Meeting>> transition) => this with { Meeting = transition(Meeting).Or(Meeting) };

        public World Erase(int person) => this with
        {
            Members = Members.SetItem(person, Members[person].Erase(ByCoordinator, Now).Or(Members[person])),
            Group = Group.Leave(Person(person), Caller.Area, Now).Or(Group),
        };
    }
}

/// <summary>A refused step leaves everything as it was.</summary>
internal static class Steps
{
    public static T Or<T>(this Next<T> next, T otherwise) where T : class =>
        next.Refused(out _, out var record) ? otherwise : record;

    public static T Or<T>(this Result<T> result, T otherwise) =>
        result.Refused(out _, out var value) ? otherwise : value;
}
