using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Tests.Groups;

public sealed class LoggedEveningsTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddSeconds(16);

    private readonly LoggedEvenings evenings = new();

    [Fact]
    public void An_evening_is_known_once_its_day_was_read()
    {
        var evening = Evening(1);
        Assert.False(evenings.IsKnown(evening, Now));
        evenings.Read(Day, []);
        Assert.True(evenings.IsKnown(evening, Now));
        Assert.False(evenings.IsKnown(evening with { HeldOn = Day.AddDays(1) }, Now));
    }

    [Fact]
    public void The_second_meeting_of_an_evening_is_told_the_first()
    {
        evenings.Read(Day, []);
        Assert.Null(evenings.Claim(Evening(1), Now));
        Assert.Null(evenings.Claim(Evening(1), Now));
        Assert.True(evenings.IsKnown(Evening(2), Now));
        Assert.Equal(Evening(1).Meeting, evenings.Claim(Evening(2), Now));
        Assert.Null(evenings.Claim(Evening(2) with { StartsAt = new(20, 0) }, Now));
    }

    [Fact]
    public void Series_of_their_own_may_start_together()
    {
        evenings.Read(Day, [Evening(1) with { Series = "walk" }]);
        Assert.Null(evenings.Claim(Evening(2) with { Series = "talk" }, Now));
    }

    [Fact]
    public void A_log_that_failed_frees_its_evening_when_the_day_is_read_again()
    {
        evenings.Read(Day, []);
        evenings.Claim(Evening(1), Now);
        Assert.False(evenings.IsKnown(Evening(2), Later));
        evenings.Read(Day, []);
        Assert.Null(evenings.Claim(Evening(2), Later));
    }

    [Fact]
    public void A_log_that_is_being_written_outlasts_a_reading()
    {
        evenings.Read(Day, []);
        evenings.Claim(Evening(1), Now);
        evenings.Read(Day, []);
        Assert.Equal(Evening(1).Meeting, evenings.Claim(Evening(2), Now));
    }

    [Fact]
    public void A_log_that_was_stored_keeps_its_evening()
    {
        evenings.Read(Day, []);
        evenings.Claim(Evening(1), Now);
        Assert.False(evenings.IsKnown(Evening(2), Later));
        evenings.Read(Day, [Evening(1)]);
        Assert.Equal(Evening(1).Meeting, evenings.Claim(Evening(2), Later));
        Assert.False(evenings.IsKnown(Evening(2), Later));
    }

    [Fact]
    public void A_meeting_that_moves_frees_the_evening_it_had()
    {
        evenings.Read(Day, []);
        evenings.Claim(Evening(1), Now);
        evenings.Claim(Evening(1) with { StartsAt = new(20, 0) }, Now);
        Assert.False(evenings.IsKnown(Evening(2), Now));
        evenings.Read(Day, []);
        Assert.Null(evenings.Claim(Evening(2), Now));
    }

    private static LoggedEvening Evening(int meeting) => new(new(Id(meeting)), null, Day, new(19, 0));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
