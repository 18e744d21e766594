using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Notices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Notices;

public sealed class MemberNoticesTests
{
    private static readonly NoticeAbout Invited = new(NoticeKind.Invitation) { GroupId = TheGroup };

    [Fact]
    public void A_person_has_one_notice_of_an_occasion()
    {
        var told = Told(3);
        Assert.Same(told, told.Tell(new(Sam, Invited, 3), Now.AddDays(1)));
        Assert.Same(told, told.Tell(new(Sam, Invited, 2), Now.AddDays(1)));
        var seen = Assert.Single(Seen(told));
        Assert.Equal((NoticeKind.Invitation, TheGroup, Now, false), (seen.Kind, seen.GroupId, seen.At, seen.Read));
    }

    [Fact]
    public void A_later_occasion_takes_the_place_of_the_one_before_and_is_unread()
    {
        var read = Told(3).Read(Invited.IdOn(3), Sam, BySam, Now).Yes();
        var again = Assert.Single(Seen(read.Tell(new(Sam, Invited, 5), Now.AddDays(1))));
        Assert.Equal((Invited.IdOn(5), false), (again.Id, again.Read));
    }

    [Fact]
    public void A_withdrawn_notice_is_gone_and_does_not_come_back_with_a_late_repetition()
    {
        var withdrawn = Told(3).Withdraw(Invited, 4);
        Assert.Empty(Seen(withdrawn));
        Assert.Same(withdrawn, withdrawn.Withdraw(Invited, 4));
        Assert.Same(withdrawn, withdrawn.Tell(new(Sam, Invited, 3), Now));
        Assert.Single(Seen(withdrawn.Tell(new(Sam, Invited, 5), Now)));
    }

    [Fact]
    public void A_late_withdrawal_leaves_what_was_told_since()
    {
        var told = Told(5);
        Assert.Same(told, told.Withdraw(Invited, 4));
        var nothing = new MemberNotices();
        Assert.Same(nothing, nothing.Withdraw(Invited, 4));
    }

    [Fact]
    public void Reading_twice_is_reading_once_and_what_is_not_there_cannot_be_read()
    {
        var read = Told(3).Read(Invited.IdOn(3), Sam, BySam, Now).Yes();
        Assert.True(Assert.Single(Seen(read)).Read);
        Assert.Same(read, read.Read(Invited.IdOn(3), Sam, BySam, Now.AddDays(1)).Yes());
        Assert.Equal("notice.not-found", read.Read(Invited.IdOn(4), Sam, BySam, Now).No());
        var withdrawn = read.Withdraw(Invited, 3);
        Assert.Equal("notice.not-found", withdrawn.Read(Invited.IdOn(3), Sam, BySam, Now).No());
    }

    [Fact]
    public void Nobody_else_sees_or_reads_a_person_s_notices()
    {
        Assert.Empty(Told(3).SeenBy(ByCoordinator, Sam, Now));
        Assert.Equal("notice.not-found", Told(3).Read(Invited.IdOn(3), Sam, ByCoordinator, Now).No());
    }

    [Fact]
    public void A_notice_is_gone_when_it_has_stopped_mattering()
    {
        var told = new MemberNotices().Tell(new(Sam, Invited, 3, Now.AddDays(30)), Now);
        Assert.Single(told.SeenBy(BySam, Sam, Now.AddDays(30).AddTicks(-1)));
        Assert.Empty(told.SeenBy(BySam, Sam, Now.AddDays(30)));
        Assert.Equal("notice.not-found", told.Read(Invited.IdOn(3), Sam, BySam, Now.AddDays(30)).No());
    }

    [Fact]
    public void The_newest_come_first()
    {
        var told = Told(1).Tell(new(Sam, About(1), 1), Now.AddHours(2)).Tell(new(Sam, About(2), 1), Now.AddHours(1));
        Assert.Equal([About(1).IdOn(1), About(2).IdOn(1), Invited.IdOn(1)], Seen(told).Select(one => one.Id));
    }

    [Fact]
    public void What_nobody_sees_makes_room_first_then_what_was_read_then_the_oldest()
    {
        var full = Enumerable.Range(1, MemberNotices.MaxNotices).Aggregate(
            new MemberNotices(), (notices, n) => notices.Tell(new(Sam, About(n), 1), Now.AddMinutes(n)));
        full = full.Withdraw(About(90), 1).Read(About(80).IdOn(1), Sam, BySam, Now).Yes();
        int[] gone = [90, 80, 1, 2];
        for (var n = 0; n < gone.Length; n++)
        {
            full = full.Tell(new(Sam, About(1000 + n), 1), Now.AddDays(1));
            Assert.Equal(MemberNotices.MaxNotices, full.Notices.Length);
            Assert.DoesNotContain(full.Notices, one => one.About == About(gone[n]));
            Assert.All(gone[(n + 1)..], left => Assert.Contains(full.Notices, one => one.About == About(left)));
        }
    }

    [Fact]
    public void Erasure_leaves_nothing_and_nobody_is_told_anything_afterwards()
    {
        var erased = Told(3).InARow().Receives(new PersonErased(Sam, "notices", Sam.Value));
        Assert.Empty(erased.Record.Notices);
        Assert.Same(erased, erased.Receives(new PersonErased(Sam, "notices", Sam.Value)));
        Assert.Same(erased, erased.Receives(new NoticeTold(Sam, Invited, 9)));
    }

    [Fact]
    public void Other_messages_are_misdirected()
    {
        var other = new MembershipChanged(Sam, TheGroup, Part.Member, 3);
        Assert.Equal("link.misdirected", new Row<MemberNotices>().Receive(other, Abroad.East, Now).No());
    }

    private static NoticeAbout About(int group) =>
        new(NoticeKind.Invitation) { GroupId = new(Person(group).Value) };

    private static MemberNotices Told(int occasion) => new MemberNotices().Tell(new(Sam, Invited, occasion), Now);

    private static ImmutableArray<NoticeDetails> Seen(MemberNotices notices) => notices.SeenBy(BySam, Sam, Now);
}
