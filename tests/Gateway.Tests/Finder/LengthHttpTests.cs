using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Searches by when a meeting ends and how long it is, over HTTP.</summary>
public sealed class LengthHttpTests(RunningArea area)
{
    [Theory]
    [InlineData("endsBefore=20:30", 2)]
    [InlineData("endsBefore=20:29", 1)]
    [InlineData("endsBefore=11:59", 0)]
    [InlineData("startsAfter=19:00&endsBefore=20:30", 1)]
    [InlineData("minMinutes=90", 2)]
    [InlineData("minMinutes=91", 1)]
    [InlineData("maxMinutes=89", 1)]
    [InlineData("maxMinutes=59", 0)]
    [InlineData("minMinutes=120&endsBefore=12:00", 1)]
    [InlineData("minMinutes=120&day=fri", 0)]
    [InlineData("maxMinutes=60&day=fri&startsAfter=23:30", 1)]
    [InlineData("maxMinutes=60&endsBefore=23:59", 0)]
    [InlineData("minMinutes=90&maxMinutes=90&day=tue&within=8", 1)]
    public async Task A_search_by_end_and_length_finds_one_and_the_same_meeting(string query, int total)
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        var from = new DateOnly(2026, 1, 1);
        FinderHttpTests.Feed(area, Shelf.ACard() with { Topics = [topic], Schedule = Shelf.Weekly("TU", 19) });
        FinderHttpTests.Feed(area, Shelf.ACard() with
        {
            Topics = [topic],
            Schedule = new()
            {
                Series =
                [
                    new() { Id = "morning", Versions = [new(from, new(10, 0), 120, "FREQ=WEEKLY;BYDAY=TH")] },
                    new() { Id = "night", Versions = [new(from, new(23, 30), 60, "FREQ=WEEKLY;BYDAY=FR")] },
                ],
            },
        });
        var page = (await area.Http.Get($"groups?topic={topic}&{query}")).Is(200);
        Assert.Equal(total, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_search_for_a_time_at_which_no_meeting_ends_shows_what_the_nearest_group_lacks()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        // Two words of its own, so that every other group lacks more.
        FinderHttpTests.Feed(
            area, Shelf.ACard() with { Topics = [topic], For = [topic], Schedule = Shelf.Weekly("TU", 19) });
        foreach (var (filter, query) in ((string, string)[])[
            ("endsBefore", "endsBefore=20:00"), ("minMinutes", "minMinutes=95"), ("maxMinutes", "maxMinutes=85")
        ])
        {
            var page = (await area.Http.Get($"groups?topic={topic}&for={topic}&day=tue&{query}")).Is(200);
            var near = Assert.Single(page.GetProperty("nearest").EnumerateArray(), one =>
                one.GetProperty("group").GetProperty("topics").EnumerateArray().Any(word => word.GetString() == topic));
            Assert.Equal(filter, Assert.Single(near.GetProperty("lacks").EnumerateArray()).GetString());
        }
    }
}
