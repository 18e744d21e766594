using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>The next meeting is kept for a while, and never for too long.</summary>
public sealed class NextMeetingMemoTests
{
    private static readonly DateTimeOffset Starts = new(2026, 11, 24, 19, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_next_meeting_is_worked_out_once_for_the_same_group()
    {
        var memo = new NextMeetingMemo();
        var group = AGroup();
        var next = memo.Of(group, Now);
        Assert.Equal(Starts, next!.StartsAt);
        Assert.Same(next, memo.Of(group, Now.AddMinutes(59)));
        Assert.NotSame(next, memo.Of(group, Now.AddMinutes(60)));
    }

    [Fact]
    public void Once_it_has_started_the_one_after_it_is_next()
    {
        var memo = new NextMeetingMemo();
        var group = AGroup();
        Assert.Equal(Starts, memo.Of(group, Starts.AddMinutes(-5))!.StartsAt);
        Assert.Equal(Starts, memo.Of(group, Starts.AddTicks(-1))!.StartsAt);
        Assert.Equal(Starts.AddDays(7), memo.Of(group, Starts)!.StartsAt);
    }

    [Fact]
    public void A_group_that_has_changed_is_worked_out_again()
    {
        var memo = new NextMeetingMemo();
        var group = AGroup();
        Assert.NotNull(memo.Of(group, Now));
        Assert.Null(memo.Of(group.Close(new(), ByLead, Now).Yes(), Now));
        Assert.NotNull(memo.Of(group, Now));
    }
}
