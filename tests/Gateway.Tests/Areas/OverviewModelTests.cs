using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Areas;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>In which order the overview shows what needs a coordinator.</summary>
public sealed class OverviewModelTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void Who_waits_comes_before_what_is_only_out_of_date()
    {
        var every = A("Tea", [.. Enum.GetValues<Attention>()]);
        Assert.Equal(
            [
                Attention.New, Attention.WithoutLead, Attention.NotLogged, Attention.Quiet, Attention.NotConfirmed,
                Attention.Full, Attention.Paused,
            ],
            Of(every).Needs.Select(need => need.Why));
    }

    [Fact]
    public void What_no_group_needs_is_left_out() => Assert.Empty(Of(A("Tea")).Needs);

    [Fact]
    public void The_group_that_has_waited_longest_comes_first()
    {
        var model = Of(
            A("A", Attention.NotLogged, Attention.Quiet) with { NotLogged = 1, LastMeeting = On(-30) },
            A("B", Attention.NotLogged, Attention.Quiet) with { NotLogged = 3, LastMeeting = On(-90) },
            A("C", Attention.Quiet));
        Assert.Equal(["B", "A"], model.Needs[0].Groups.Select(group => group.Name));
        Assert.Equal(["C", "B", "A"], model.Needs[1].Groups.Select(group => group.Name));
    }

    [Fact]
    public void Closed_groups_come_at_the_end()
    {
        var model = Of(
            A("A") with { Status = GroupStatus.Closed }, A("B"), A("C") with { Status = GroupStatus.Paused });
        Assert.Equal(["B", "C", "A"], model.Groups.Select(group => group.Name));
    }

    [Fact]
    public void Each_need_has_words_for_one_group_and_for_several()
    {
        Assert.All(Enum.GetValues<Attention>(), why =>
        {
            Assert.NotEqual(OverviewWords.Summary(why, 1), OverviewWords.Summary(why, 2));
            Assert.Contains("{0}", OverviewWords.Summary(why, 2), StringComparison.Ordinal);
        });
        Assert.Distinct(Enum.GetValues<Attention>().Select(OverviewWords.Heading));
    }

    private static OverviewModel Of(params GroupOverview[] groups) => OverviewModel.Of(new(Day, 0, [.. groups]), 0);

    private static LastMeeting On(int days) => new(new MeetingId(Guid.CreateVersion7()), Day.AddDays(days));

    private static GroupOverview A(string name, params Attention[] attention)
    {
        return new()
        {
            Id = new(Guid.CreateVersion7()), Name = name, Status = GroupStatus.Active, Leads = [], People = 3,
            LastConfirmed = Day, NotLogged = 0, Attention = [.. attention],
        };
    }
}
