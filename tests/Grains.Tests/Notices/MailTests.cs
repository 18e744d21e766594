using CsCheck;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Notices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Notices;

/// <summary>When somebody is mailed.</summary>
public sealed class MailTests
{
    [Fact]
    public void A_mail_is_due_a_minute_after_something_new_and_an_hour_after_the_last_mail()
    {
        Assert.Null(new MemberNotices().MailIsDueAt(Now));
        var told = Told(new(), 1);
        Assert.Equal(Now.AddMinutes(1), told.MailIsDueAt(Now));
        var mailed = told.Mail(Now);
        Assert.Null(mailed.MailIsDueAt(Now));
        Assert.Equal(Now.AddHours(1), Told(mailed, 2).MailIsDueAt(Now.AddMinutes(5)));
        Assert.Equal(Now.AddHours(3).AddMinutes(1), Told(mailed, 2).MailIsDueAt(Now.AddHours(3)));
    }

    [Fact]
    public void One_mail_is_about_everything_that_is_new_and_there_is_none_about_it_again()
    {
        var mailed = Told(Told(new(), 1), 2).Mail(Now);
        Assert.Equal(Now, mailed.LastMail);
        Assert.Same(mailed, mailed.Mail(Now.AddHours(2)));
        var more = Told(mailed, 3);
        Assert.Same(more, more.Mail(Now.AddMinutes(59)));
        Assert.Equal(Now.AddHours(1), more.Mail(Now.AddHours(1)).LastMail);
    }

    [Fact]
    public void Each_mail_has_an_ID_of_its_own_that_is_the_same_when_it_is_tried_again()
    {
        Assert.Equal(MemberNotices.MailIdOf(Sam, Now), MemberNotices.MailIdOf(Sam, Now));
        Assert.NotEqual(MemberNotices.MailIdOf(Sam, Now), MemberNotices.MailIdOf(Sam, Now.AddHours(1)));
        Assert.NotEqual(MemberNotices.MailIdOf(Sam, Now), MemberNotices.MailIdOf(Lead, Now));
    }

    [Fact]
    public void A_later_occasion_of_the_same_thing_is_mailed_again()
    {
        var mailed = Told(new(), 1).Mail(Now);
        var later = mailed.Tell(new(Sam, About(1), 2), Now.AddDays(7));
        Assert.NotSame(later, later.Mail(Now.AddDays(7)));
    }

    [Fact]
    public void Nothing_is_mailed_that_was_read_withdrawn_is_over_or_is_two_days_old()
    {
        var told = Told(new(), 1);
        var read = told.Read(About(1).IdOn(1), Sam, BySam, Now).Yes();
        var ending = new MemberNotices().Tell(new(Sam, About(1), 1, Now.AddHours(1)), Now);
        Assert.Same(read, read.Mail(Now));
        Assert.Null(told.Withdraw(About(1), 1).MailIsDueAt(Now));
        Assert.Null(ending.MailIsDueAt(Now.AddHours(1)));
        Assert.NotNull(told.MailIsDueAt(Now.AddDays(2).AddSeconds(-1)));
        Assert.Null(told.MailIsDueAt(Now.AddDays(2)));
    }

    [Fact]
    public void A_mail_that_was_not_sent_is_due_again_except_about_what_changed_in_the_meantime()
    {
        var before = Told(Told(new(), 1), 2);
        var noted = before.Mail(Now);
        var again = noted.Withdraw(About(2), 1).NotMailed(before);
        Assert.Null(again.LastMail);
        Assert.Equal([false, true], again.Notices.Select(one => one.IsWithdrawn));
        Assert.Equal(again.Mail(Now).LastMail, Now);
        var earlier = Told(noted, 3);
        Assert.Equal(
            [true, true, false], earlier.Mail(Now.AddHours(2)).NotMailed(earlier).Notices.Select(one => one.IsMailed));
    }

    [Fact]
    public void Each_notice_is_in_one_mail_and_mails_are_an_hour_apart_whatever_happens()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 90]).Array[1, 40].Sample(acts =>
        {
            var notices = new MemberNotices();
            var now = Now;
            var mails = new List<DateTimeOffset>();
            var mailed = new List<NoticeId>();
            foreach (var (what, minutes) in acts)
            {
                now = now.AddMinutes(minutes);
                if (what < 4) notices = notices.Tell(new(Sam, About(what), minutes), now);
                var next = notices.Mail(now);
                if (what < 5 || ReferenceEquals(next, notices)) continue;
                mails.Add(now);
                mailed.AddRange(next.Notices.Except(notices.Notices).Select(one => one.Id));
                notices = next;
            }
            Assert.Equal(mailed, mailed.Distinct());
            Assert.All(
                mails.Zip(mails.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromHours(1)));
        });
    }

    private static NoticeAbout About(int group) =>
        new(NoticeKind.Invitation) { GroupId = new GroupId(Person(group).Value) };

    private static MemberNotices Told(MemberNotices notices, int group) =>
        notices.Tell(new(Sam, About(group), 1), Now);
}
