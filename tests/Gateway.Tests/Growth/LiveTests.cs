using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Growth;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Figures as server-sent events.</summary>
public sealed class LiveTests(RunningArea area)
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly GrowthDetails One = Held(1), Two = Held(2);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_sees_figures_now_and_again_when_a_meeting_is_logged()
    {
        var scene = await Scene.Make(area);
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        var address = $"growth?group={scene.Group}&from={today}&to={today}";
        await RunningArea.Until(async () => Groups(await Json(address, scene)) == 1);
        using var http = new HttpClient { BaseAddress = new($"{area.East.Url}/api/v1/") };
        using var listening = await Listen(http, address, scene.Coordinator);
        Assert.Equal("text/event-stream", $"{listening.Content.Headers.ContentType}");
        Assert.Equal("no-store", $"{listening.Headers.CacheControl}");
        using var lines = new StreamReader(await listening.Content.ReadAsStreamAsync(Ended));
        Assert.StartsWith("retry: ", await lines.ReadLineAsync(Ended), StringComparison.Ordinal);
        var (id, now) = await GrowthStreamUnderTest.ReadEvent(lines);
        Assert.Equal(0, Meetings(now));
        await scene.ALoggedMeeting();
        var (next, then) = await GrowthStreamUnderTest.ReadEvent(lines);
        while (Meetings(then) == 0) (next, then) = await GrowthStreamUnderTest.ReadEvent(lines);
        Assert.NotEqual(id, next);
        Assert.Equal(1, Meetings(then));
    }

    [Fact]
    public async Task A_request_for_the_headers_alone_ends_with_them()
    {
        var coordinator = await area.APerson("coordinator");
        var answer = await area.Http.Send(
            HttpMethod.Head, "growth", coordinator, headers: [("Accept", "text/event-stream")]);
        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal("text/event-stream", $"{answer.Type}");
    }

    [Fact]
    public async Task A_refusal_is_problem_details_and_no_stream()
    {
        (await area.Http.Get("growth?format=events", await area.APerson())).Refuses(403, "access.coordinators-only");
        var coordinator = await area.APerson("coordinator");
        (await area.Http.Get($"growth?format=events&group={Guid.CreateVersion7()}", coordinator))
            .Refuses(404, "group.not-found");
    }

    [Fact]
    public async Task An_event_comes_when_figures_have_changed_and_a_comment_when_they_have_not()
    {
        await using var stream = new GrowthStreamUnderTest(One);
        await stream.Says("retry: 1000");
        var first = await stream.Event();
        Assert.Equal(1, Meetings(first.Growth));
        await stream.Says(":");
        Assert.InRange(stream.Age, TimeSpan.FromSeconds(15), TimeSpan.MaxValue);
        stream.Now = Two with { NotCounted = 3 };
        var second = await stream.Event();
        Assert.Equal(2, Meetings(second.Growth));
        stream.Now = Two;
        await stream.Says(":");
        stream.Now = One;
        Assert.Equal(first.Id, (await stream.Event()).Id);
    }

    [Fact]
    public async Task Whoever_comes_back_with_the_last_event_gets_only_news()
    {
        await using var stream = new GrowthStreamUnderTest(One);
        await stream.Says("retry: 1000");
        var (id, _) = await stream.Event();
        await using var again = new GrowthStreamUnderTest(One, id);
        await again.Says("retry: 1000");
        await again.Says(":");
        again.Now = Two;
        Assert.Equal(2, Meetings((await again.Event()).Growth));
        await using var stale = new GrowthStreamUnderTest(Two, id);
        await stale.Says("retry: 1000");
        Assert.Equal(2, Meetings((await stale.Event()).Growth));
    }

    [Fact]
    public async Task It_ends_cleanly_when_the_Gateway_stops()
    {
        await using var stream = new GrowthStreamUnderTest(One);
        await stream.Says("retry: 1000");
        stream.Lifetime.StopApplication();
        await stream.HasEnded(withoutTime: true);
    }

    [Fact]
    public async Task It_ends_when_the_caller_may_no_longer_see_figures_when_the_area_fails_and_after_a_while()
    {
        await using var refused = new GrowthStreamUnderTest(One);
        refused.Now = null;
        await refused.HasEnded();
        await using var failed = new GrowthStreamUnderTest(One) { Fails = true };
        await failed.HasEnded();
        await using var lasting = new GrowthStreamUnderTest(One);
        await lasting.HasEnded();
        Assert.InRange(lasting.Age, TimeSpan.FromMinutes(15), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task There_is_a_bound_on_listeners_and_whoever_leaves_makes_room()
    {
        using var stopping = new Stopping();
        var listeners = new GrowthListeners(
            Options.Create(new GatewayOptions { Area = "east-sussex", Limits = new() { GrowthListeners = 2 } }),
            stopping, new FakeTimeProvider());
        await using var one = new GrowthStreamUnderTest(One, listeners: listeners);
        await using var two = new GrowthStreamUnderTest(One, listeners: listeners);
        await one.Says("retry: 1000");
        await two.Says("retry: 1000");
        await using var three = new GrowthStreamUnderTest(One, listeners: listeners);
        await three.HasEnded(withoutTime: true);
        Assert.Equal((429, "15"), (three.Response.StatusCode, $"{three.Response.Headers.RetryAfter}"));
        two.Leave();
        await two.HasEnded(withoutTime: true);
        await using var four = new GrowthStreamUnderTest(One, listeners: listeners);
        await four.Says("retry: 1000");
        Assert.Equal(200, four.Response.StatusCode);
    }

    private static async Task<HttpResponseMessage> Listen(HttpClient http, string address, Person by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", by.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ended);
    }

    private async Task<JsonElement> Json(string address, Scene scene) =>
        (await area.Http.Get(address, scene.Coordinator)).Is(200);

    private static int Groups(JsonElement growth) => Figure(growth, "groups", "open");

    private static int Meetings(JsonElement growth) => Figure(growth, "meetings", "held");

    private static int Figure(JsonElement growth, string of, string name)
    {
        var item = growth.GetProperty("items")[0];
        return item.GetProperty("figures").GetProperty(of).GetProperty(name).GetInt32();
    }

    private static GrowthDetails Held(int meetings)
    {
        var figures = Figures.None with { Meetings = new(Held: meetings) };
        return new(GrowthBy.Month, Day, Day, Day, 0, [new(Day, figures, Figures.None)]);
    }
}
