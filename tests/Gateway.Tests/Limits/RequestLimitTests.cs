using System.Net;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>What one person and one address may ask of an area.</summary>
public sealed class RequestLimitTests(RequestLimitTests.Little little) : IClassFixture<RequestLimitTests.Little>
{
    private readonly Limited shared = little.Area;

    [Fact]
    public async Task One_person_who_sends_too_much_is_asked_to_wait_and_nobody_else_is()
    {
        var eager = await shared.APerson();
        var other = await shared.APerson();
        for (var sent = 0; sent < 20; sent++)
            Assert.Equal(HttpStatusCode.OK, (await shared.Get("/api/v1/members/me", eager)).StatusCode);
        await Limited.IsTooMany(() => shared.Get("/api/v1/members/me", eager));
        Assert.Equal(HttpStatusCode.OK, (await shared.Get("/api/v1/members/me", other)).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_send_twenty_in_a_minute_waits_three_seconds_for_the_next()
    {
        var eager = await shared.APerson();
        using var refused = await Limited.Refused(() => shared.Get("/api/v1/members/me", eager));
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task One_address_that_sends_too_much_is_asked_to_wait_and_health_is_always_answered()
    {
        await using var area = await Limited.Start(("AddressPerMinute", "20"));
        for (var sent = 0; sent < 20; sent++)
            Assert.Equal(HttpStatusCode.OK, (await area.Get("/api/v1/groups")).StatusCode);
        await Limited.IsTooMany(() => area.Get("/api/v1/groups"));
        using var page = await Limited.Refused(() => area.Get("/", accept: "text/html"));
        var text = await page.Content.ReadAsStringAsync(Ended);
        Assert.Contains(">There have been too many", text, StringComparison.Ordinal);
        Assert.Contains("Try again in a few seconds.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Retry-After", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was saved", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await area.Get("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/api/v1/groups")]
    public async Task The_area_has_a_limit_and_answers_health_whichever_was_asked_for_first(string first)
    {
        await using var area = await Limited.Start(("AreaPerMinute", "20"));
        Assert.Equal(HttpStatusCode.OK, (await area.Get(first)).StatusCode);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => area.Get("/api/v1/groups")));
        Assert.Contains((HttpStatusCode)429, answers.Select(answer => answer.StatusCode));
        var health = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => area.Get("/health/live")));
        Assert.Equal([HttpStatusCode.OK], health.Select(answer => answer.StatusCode).Distinct());
    }

    [Fact]
    public async Task A_member_founds_a_few_groups_in_a_day_and_changes_them_as_often_as_they_like()
    {
        var member = await shared.APerson();
        var coordinator = await shared.APerson("coordinator");
        var first = Guid.CreateVersion7();
        Assert.Equal(
            HttpStatusCode.Created, (await shared.Put($"groups/{first}", member, new { name = "Tea" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shared.Put($"groups/{first}", member, new { name = "Tea" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await shared.Put($"groups/{Guid.CreateVersion7()}", member, new { name = "" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.Created,
            (await shared.Put($"groups/{Guid.CreateVersion7()}", member, new { name = "Tea" })).StatusCode);
        await Limited.IsTooMany(() => shared.Put($"groups/{Guid.CreateVersion7()}", member, new { name = "Tea" }));
        Assert.Equal(HttpStatusCode.OK, (await shared.Put($"groups/{first}", member, new { name = "Tea" })).StatusCode);
        for (var founded = 0; founded < 4; founded++)
            Assert.Equal(
                HttpStatusCode.Created,
                (await shared.Put($"groups/{Guid.CreateVersion7()}", coordinator, new { name = "Tea" })).StatusCode);
    }

    [Fact]
    public async Task A_member_asks_for_a_few_seats_and_connections_in_a_day()
    {
        var member = await shared.APerson();
        var group = Guid.CreateVersion7();
        Assert.Equal(
            HttpStatusCode.Created, (await shared.Put($"groups/{group}", member, new { name = "Tea" })).StatusCode);
        var seats = new List<HttpStatusCode>();
        var connections = new List<HttpStatusCode>();
        for (var asked = 0; asked < 3; asked++)
        {
            seats.Add((await shared.Put(
                $"members/me/seats/{SeatId.Random()}",
                member,
                new { area = "west-sussex", groupId = Guid.CreateVersion7(), shownAs = "Robin", consent = true }))
                .StatusCode);
            connections.Add((await shared.Put(
                $"groups/{group}/connections/west-sussex/{Guid.CreateVersion7()}", member, new { })).StatusCode);
        }
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, (HttpStatusCode)429], seats);
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, (HttpStatusCode)429], connections);
    }

    [Fact]
    public async Task A_member_who_leads_as_many_groups_as_one_person_can_founds_no_more()
    {
        await using var area = await Limited.Start(("PeerNet:MaxGroupsLed", "2"));
        var member = await area.APerson();
        string[] groups = [$"groups/{Guid.CreateVersion7()}", $"groups/{Guid.CreateVersion7()}"];
        foreach (var group in groups)
            Assert.Equal(HttpStatusCode.Created, (await area.Put(group, member, new { name = "Tea" })).StatusCode);
        await area.Leads(member, [.. groups.Select(group => Guid.Parse(group.Split('/')[1]))]);
        using var refused = await area.Put($"groups/{Guid.CreateVersion7()}", member, new { name = "Tea" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(
            "group.too-many-led", await refused.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await area.Put(groups[0], member, new { name = "Tea" })).StatusCode);
        var coordinator = await area.APerson("coordinator");
        Assert.Equal(
            HttpStatusCode.Created,
            (await area.Put($"groups/{Guid.CreateVersion7()}", coordinator, new { name = "Tea" })).StatusCode);
    }

    [Fact]
    public async Task As_many_follow_figures_as_may_and_each_is_left_cleanly_when_the_Gateway_stops()
    {
        await using var area = await Limited.Start(("GrowthListeners", "1"));
        var coordinator = await area.APerson("coordinator");
        using var first = await area.Listen(coordinator);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Limited.IsTooMany(() => area.Listen(coordinator));
        using var lines = new StreamReader(await first.Content.ReadAsStreamAsync(Ended));
        var reading = lines.ReadToEndAsync(Ended);
        await area.Stop();
        Assert.Matches("^retry: 1000\n\nid: [^\n]+\ndata: \\{[^\n]+}\n\n", await reading);
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    /// <summary>An area in which one person can do little; each test has people of its own.</summary>
    public sealed class Little : IAsyncLifetime
    {
        internal Limited Area { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Area = await Limited.Start(
                ("PersonPerMinute", "20"), ("GroupsPerDay", "2"), ("SeatsPerDay", "2"), ("ConnectionsPerDay", "2"));
        }

        public ValueTask DisposeAsync() => Area.DisposeAsync();
    }
}
