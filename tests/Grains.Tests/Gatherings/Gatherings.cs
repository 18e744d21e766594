using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>
/// A gathering that <see cref="Lead"/> plans for <see cref="TheGroup"/>, and that <see cref="ByOther"/> keeps for
/// another.
/// </summary>
internal static class Gatherings
{
    public static readonly GatheringId TheGathering = new(new("01990000-0000-7000-8000-0000000000c1"));
    public static readonly GroupId OtherGroup = new(new("01990000-0000-7000-8000-0000000000c2"));
    public static readonly MemberId Other = Person(31);
    public static readonly Caller ByOther = By(Other);
    public static readonly MemberStanding Leads = Leading(TheGroup);
    public static readonly MemberStanding LeadsOther = Leading(OtherGroup);
    public static readonly QuestionId TheQuestion = Asked(1);
    public static readonly string[] Letters = ["Together", "With us", "From the start", "As equals"];

    public static readonly PlanGathering APlan = new()
    {
        Title = "A big room",
        HeldOn = London.DayOf(Now).AddDays(7),
        StartsAt = new(14, 0),
        Minutes = 150,
        Place = "Town Hall, ramp at the side",
        Needs = [AccessNeed.StepFree],
        Groups = [TheGroup, OtherGroup],
    };

    public static readonly AskQuestion AVote =
        new() { Kind = QuestionKind.Vote, Text = "What is co-production?", Options = [.. Letters] };

    public static readonly AskQuestion AQuiz = new() { Kind = QuestionKind.Quiz, Text = "Is this co-production?" };

    public static readonly AskQuestion AThumb = new() { Kind = QuestionKind.Thumbs, Text = "A good answer?" };

    public static readonly AskQuestion ThreeVoices =
        new() { Kind = QuestionKind.Voices, Text = "What next?", Options = [.. Letters] };

    public static AskQuestion AMirror(MirrorTopic topic = MirrorTopic.HeardBack) =>
        new() { Kind = QuestionKind.Mirror, Mirror = topic, Text = MirrorTexts.Of(topic).Text };

    public static AskQuestion AWarmUp(QuestionKind kind = QuestionKind.WarmUp) =>
        new() { Kind = kind, Text = "Build something together." };

    public static MemberStanding Leading(GroupId group) => Known with { Groups = [group], Leads = [group] };

    public static TableId At(int number) => new(new($"01990000-0000-7000-8000-{0xc100 + number:x12}"));

    public static QuestionId Asked(int number) => new(new($"01990000-0000-7000-8000-{0xc200 + number:x12}"));

    public static TallyId Entry(int number) => new(new($"01990000-0000-7000-8000-{0xc300 + number:x12}"));

    public static Next<Gathering> Planned(this Gathering gathering, PlanGathering plan, Caller? by = null) =>
        gathering.Put(TheGathering, plan, [], IfMatch.Any, 1, Leads, by ?? ByLead, Now, hasLenses: true);

    public static Gathering AGathering(PlanGathering? plan = null)
    {
        return new Gathering()
            .Put(TheGathering, plan ?? APlan, [], IfMatch.None, 0, Leads, ByLead, Now, hasLenses: true)
            .Yes();
    }

    public static Gathering Kept(this Gathering gathering) =>
        gathering.Keep(OtherGroup, LeadsOther, MemberStanding.None, ByOther).Yes();

    /// <summary>A week before its day.</summary>
    public static Result<Gathering> SayComing(
        this Gathering gathering, GroupId group, PeopleComing coming, Caller by) =>
        gathering.SayComing(group, coming, by, London.DayOf(Now));

    public static Gathering Laid(this Gathering gathering, params int[] present)
    {
        return present.Index().Aggregate(gathering, (laid, table) =>
            laid.Lay(At(table.Index + 1), new((Animal)table.Index, table.Item), ByLead).Yes());
    }

    public static Gathering Asking(this Gathering gathering, AskQuestion asks, QuestionId? id = null)
    {
        var question = id ?? TheQuestion;
        return gathering.Ask(question, asks, ByLead).Yes()
            .MakeReady(question, ByLead).Yes()
            .MakeReady(question, ByOther).Yes()
            .OpenQuestion(question, ByLead).Yes();
    }

    /// <summary>An open gathering that asks one question, with tables for so many people.</summary>
    public static Gathering ARoom(AskQuestion asks, params int[] present) =>
        AGathering().Kept().Laid(present).Open(ByLead).Yes().Asking(asks);

    /// <summary>The same, once those tables were counted and the question is closed.</summary>
    public static Gathering ACountedRoom(AskQuestion asks, params EnterTally[] tables) =>
        ARoom(asks, [.. tables.Select(table => table.Present)]).With(tables).Closed();

    /// <summary>What a table counted.</summary>
    public static EnterTally Hands(int table, int present, int tookPart, params ImmutableArray<int> counts) =>
        new() { TableId = At(table), Present = present, TookPart = tookPart, Counts = counts };

    public static Result<Gathering> Enter(
        this Gathering gathering, EnterTally counted, int entry, Caller? by = null, QuestionId? id = null) =>
        gathering.Enter(id ?? TheQuestion, Entry(entry), counted, by ?? ByLead, Now);

    /// <summary>Each of them entered once, under the number of its table.</summary>
    public static Gathering With(this Gathering gathering, params EnterTally[] tables) =>
        tables.Aggregate(gathering, (counted, one) => counted.Enter(one, NumberOf(one)).Yes());

    public static Gathering Closed(this Gathering gathering, QuestionId? id = null) =>
        gathering.CloseQuestion(id ?? TheQuestion, ByLead).Yes();

    public static QuestionResult Result(this Gathering gathering, QuestionId? id = null) =>
        gathering.ResultOf(id ?? TheQuestion, BySam).Yes();

    /// <summary>The figures in the order in which they are read, such as <c>23: B15 A14</c>; nothing without.</summary>
    public static string Figures(this QuestionResult result)
    {
        if (result.People is not { } people) return "";
        return $"{people}: {string.Join(' ', result.Options.Select(option => $"{option.Box}{option.Voices}"))}";
    }

    /// <summary>The options in the order in which they are read.</summary>
    public static string Order(this QuestionResult result) =>
        string.Join(' ', result.Options.Select(option => option.Box));

    /// <summary>Those that stand.</summary>
    public static string Standing(this QuestionResult result) =>
        string.Join(' ', result.Options.Where(option => option.Stands).Select(option => option.Box).Order());

    public static ReleasedResult Released(this Gathering gathering, QuestionId? id = null) =>
        gathering.ReleasedOf(id ?? TheQuestion, BySam).Yes();

    /// <summary>What is released, such as <c>25: A15 B-</c>, in the order of the sheet.</summary>
    public static string Told(this ReleasedResult released)
    {
        var options = released.Options.Select(option => $"{option.Box}{Shown(option.Voices)}");
        return $"{Shown(released.People)}: {string.Join(' ', options)}";

        static string Shown(int? number) => number is null ? "-" : $"{number}";
    }

    /// <summary>The same of the question.</summary>
    public static string Told(this Gathering gathering) => gathering.Released().Told();

    /// <summary>The number of its table.</summary>
    public static int NumberOf(EnterTally counted) =>
        Convert.ToInt32(counted.TableId.ToString()[^2..], fromBase: 16);
}
