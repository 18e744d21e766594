namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What a phone needs so that pages open, and records wait, without a signal.</summary>
public sealed class OfflineTests(RunningArea area)
{
    [Fact]
    public async Task The_service_worker_serves_every_page_and_may_only_ask_this_site()
    {
        var worker = await area.Http.Get("/service-worker.js");
        worker.IsText();
        Assert.Equal("text/javascript", worker.Type?.MediaType);
        Assert.Equal("no-cache", $"{worker.Headers.CacheControl}");
        var policy = worker.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; connect-src 'self'; ", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_a_signal_say_nothing_of_whoever_is_signed_in()
    {
        using var browser = new FormClient(area.East.Url, Person.Visitor);
        foreach (var path in new[] { "/offline", "/waiting", "/help-now" })
        {
            var page = await browser.Open(path);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("data-who=\"0", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_kept_a_count_until_the_gathering_was_over_reads_what_to_do_with_the_sheet()
    {
        using var browser = new FormClient(area.East.Url, Person.Visitor);
        const string says = "<p data-code=\"gathering.unknown-code\">The gathering may be over. Give your sheet to";
        Assert.Contains(says, (await browser.Open("/waiting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_pages_that_say_so_are_kept_and_no_refusal_is()
    {
        var scene = await Scene.Make(area);
        using var lead = new FormClient(area.East.Url, scene.Lead);
        Assert.True((await lead.Open("/home")).Headers.Contains("X-Keep-Offline"));
        Assert.True((await lead.Open($"/{scene.At}/log")).Headers.Contains("X-Keep-Offline"));
        Assert.False((await lead.Open($"/{scene.At}")).Headers.Contains("X-Keep-Offline"));
        using var member = new FormClient(area.East.Url, scene.Member);
        Assert.False((await member.Open($"/{scene.At}/log")).Headers.Contains("X-Keep-Offline"));
    }
}
