using CsCheck;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Notices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Notices;

/// <summary>Whatever order people are told, told again and read in: each occasion is new once.</summary>
public sealed class NoticeProperties
{
    private static readonly Gen<(int Act, int Subject, int Occasion)> SomeStep =
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[1, 5]);

    [Fact]
    public void Each_occasion_is_new_once_and_never_after_a_later_one()
    {
        SomeStep.Array[1, 40].Sample(steps =>
        {
            var notices = new MemberNotices();
            var told = new List<NoticeId>();
            var latest = new Dictionary<int, int>();
            foreach (var (n, step) in steps.Index())
            {
                var before = Unread(notices);
                notices = After(notices, step, Now.AddMinutes(n));
                var news = Unread(notices).Except(before).ToList();
                told.AddRange(news);
                if (news.Count == 0) continue;
                Assert.True(step.Occasion > latest.GetValueOrDefault(step.Subject));
                latest[step.Subject] = step.Occasion;
            }
            return told.Count == told.Distinct().Count();
        });
    }

    [Fact]
    public void Doing_anything_twice_is_doing_it_once()
    {
        SomeStep.Array[1, 40].Sample(steps => steps.Index().Aggregate(new MemberNotices(), (notices, one) =>
        {
            var once = After(notices, one.Item, Now.AddMinutes(one.Index));
            Assert.Same(once, After(once, one.Item, Now.AddMinutes(one.Index)));
            return once;
        }) is not null);
    }

    private static MemberNotices After(
        MemberNotices notices, (int Act, int Subject, int Occasion) step, DateTimeOffset now)
    {
        var about = new NoticeAbout(NoticeKind.Invitation) { GroupId = new(Person(step.Subject).Value) };
        return step.Act switch
        {
            0 or 1 => notices.Tell(new(Sam, about, step.Occasion), now),
            2 => notices.Withdraw(about, step.Occasion),
            _ => notices.Read(about.IdOn(step.Occasion), Sam, BySam, now).Refused(out _, out var read)
                ? notices
                : read,
        };
    }

    private static HashSet<NoticeId> Unread(MemberNotices notices) =>
        [.. notices.SeenBy(BySam, Sam, Now).Where(one => !one.Read).Select(one => one.Id)];
}
