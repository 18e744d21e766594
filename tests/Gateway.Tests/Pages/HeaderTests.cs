using System.Net.Http.Headers;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What every answer tells a browser, and what no caller can write into telemetry.</summary>
public sealed class HeaderTests(RunningArea area)
{
    [Theory]
    [InlineData("/", "GET")]
    [InlineData("/docs", "GET")]
    [InlineData("/docs/", "GET")]
    [InlineData("/openapi/v1.json", "GET")]
    [InlineData("/problems", "GET")]
    [InlineData("/problems/group.full", "GET")]
    [InlineData("/health/live", "GET")]
    [InlineData("/nowhere", "GET")]
    [InlineData("/api/v1/groups", "GET")]
    [InlineData("/api/v1/groups?limit=x", "GET")]
    [InlineData("/api/v1/members/me", "GET")]
    [InlineData("/api/v1/groups", "DELETE")]
    [InlineData("/api/v1/area", "QUOKKA7ZX")]
    public async Task Every_answer_says_that_nobody_may_frame_it_or_guess_its_type(string path, string method)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        foreach (var accept in (string[])["text/html", "application/json"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), area.East.Url + path);
            request.Headers.Accept.ParseAdd(accept);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var policy = One(answer.Headers, "Content-Security-Policy");
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", One(answer.Headers, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", One(answer.Headers, "Referrer-Policy"));
            var allowsInline = policy.Contains("unsafe", StringComparison.Ordinal);
            Assert.Equal(path.StartsWith("/docs", StringComparison.Ordinal), allowsInline);
            var isPage = allowsInline || answer.Content.Headers.ContentType?.MediaType == "text/html";
            Assert.Equal(isPage, policy.Contains("script-src 'self'", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Browsers_come_back_by_https_unless_the_area_is_made_up(bool local)
    {
        var folder = Directory.CreateTempSubdirectory("peernet-headers-");
        await using (var gateway = await LoneGateway.Start(folder, local: local))
        {
            using var answer = await gateway.Http.GetAsync(
                new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.Headers.TryGetValues("Strict-Transport-Security", out var sent);
            Assert.Equal(local ? null : "max-age=31536000", sent?.Single());
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_that_a_caller_chooses_is_in_telemetry()
    {
        const string canary = RunningArea.Canary;
        var group = Guid.CreateVersion7();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });
        foreach (var method in (string[])["GET", canary.ToUpperInvariant()])
        {
            using var request =
                new HttpRequestMessage(new HttpMethod(method), $"{area.East.Url}/api/v1/groups/{group}");
            request.Headers.Host = $"{canary}.example";
            request.Headers.TryAddWithoutValidation("User-Agent", canary);
            request.Headers.TryAddWithoutValidation(
                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            request.Headers.TryAddWithoutValidation("tracestate", $"{canary}=1");
            request.Headers.TryAddWithoutValidation("baggage", $"{canary}=1");
            request.Headers.TryAddWithoutValidation("Referer", $"https://{canary}.example");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        }
        // The span of a request ends after its answer has been sent.
        await RunningArea.Until(() => Task.FromResult(area.Telemetry.With($"{group}")
            .Count(line => line.StartsWith("trace Microsoft.AspNetCore", StringComparison.Ordinal)) >= 2));
        area.Telemetry.DoesNotContain(canary);
        area.Telemetry.DoesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    private static string One(HttpResponseHeaders headers, string name) =>
        Assert.Single(headers.TryGetValues(name, out var values) ? values : []);
}
