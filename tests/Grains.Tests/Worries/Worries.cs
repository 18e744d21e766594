using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Worries;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Worries;

/// <summary>A worry that <see cref="Sam"/> wrote, and those who handle it.</summary>
internal static class Worries
{
    public static readonly WorryId TheWorry = new(new("01990000-0000-7000-8000-0000000000e1"));
    public static readonly MemberId Subject = Person(21);
    public static readonly WriteWorry AboutSubject = new(WorrySubject.Person, Subject.Value, "She shouted at Robin.");
    public static readonly WriteWorry AboutGroup = new(WorrySubject.Group, TheGroup.Value, "The door stays open.");
    public static readonly AnswerWorry AnAnswer = new("We have spoken to her.");
    public static readonly Caller BySubject = Coordinator(Subject);

    public static MemberStanding ALead => Known with { Groups = [TheGroup], Leads = [TheGroup] };

    public static MemberStanding Gone => Known with { Erased = true };

    public static Caller Coordinator(MemberId person) => new(CallerRole.Coordinator, person);

    public static WorryConcern ConcernOf(WriteWorry says, params MemberId[] leads)
    {
        return says.About == WorrySubject.Person
            ? new(new(says.SubjectId), null)
            : new(null, new(says.SubjectId)) { Leads = [.. leads] };
    }

    public static Next<Worry> WrittenBy(
        this Worry worry, Caller by, WriteWorry? says = null, MemberStanding? own = null) =>
        worry.Write(TheWorry, says ?? AboutSubject, ConcernOf(says ?? AboutSubject, Lead), own ?? Known, by, Now);

    public static Worry AWorry(WriteWorry? says = null) => new Worry().WrittenBy(BySam, says).Yes();

    public static Worry Acted(this Worry worry) => worry.Act(Known, ByCoordinator, Now).Yes();

    public static Worry Answered(this Worry worry) => worry.Answer(AnAnswer, Known, ByCoordinator, Now).Yes();
}
