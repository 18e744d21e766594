using System.Net.Http.Json;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// How a refusal or a fault looks: a page to people, problem details to programs and everywhere under /api.
/// </summary>
public sealed class ProblemPageTests(ProblemPageTests.Gateway started) : IClassFixture<ProblemPageTests.Gateway>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static TheoryData<string, int, string> Problems =>
        [.. Shown, new("test/members", 401, "access.sign-in-needed")];

    public static TheoryData<string, int, string> Shown => new()
    {
        { "nowhere", 404, "request.not-found" },
        { "test/body", 413, "request.too-large" },
        { "test/away", 503, "area.unreachable" },
        { "test/fault", 500, "fault" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_browser_is_shown_a_page(string path, int status, string code)
    {
        using var answer = await Ask($"/{path}", Browser);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.StartsWith("<!doctype html>", text, StringComparison.Ordinal);
        Assert.Contains($" href=\"/problems/{code}\">", text, StringComparison.Ordinal);
        Assert.Contains("<h1 ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningArea.Canary, text, StringComparison.Ordinal);
        Assert.Equal(status >= 500, text.Contains("give us this number:", StringComparison.Ordinal));
        Assert.Equal(status == 503, answer.Headers.RetryAfter is not null);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_browser_that_is_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        using var answer = await Ask("/test/members?day=mon,tue", Browser);
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("/sign-in?to=%2Ftest%2Fmembers%3Fday%3Dmon%2Ctue", $"{answer.Headers.Location}");
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Under_the_api_even_a_browser_is_given_problem_details(string path, int status, string code)
    {
        await IsProblem($"/api/v1/{path}", Browser, status, code);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_program_is_given_problem_details_everywhere(string path, int status, string code)
    {
        await IsProblem($"/{path}", null, status, code);
        await IsProblem($"/{path}", "*/*", status, code);
        await IsProblem($"/{path}", "application/json", status, code);
        await IsProblem($"/{path}", "text/html;q=0.5, application/problem+json", status, code);
    }

    private async Task IsProblem(string path, string? accept, int status, string code)
    {
        // A program that is not signed in does not learn that there is nothing at an address.
        if (path.EndsWith("nowhere", StringComparison.Ordinal))
        {
            status = 401;
            code = "access.sign-in-needed";
        }
        using var answer = await Ask(path, accept);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Headers.Location);
        var problem =
            await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>(TestContext.Current.CancellationToken);
        Assert.Equal(code, $"{problem!["code"]}");
        Assert.Equal($"/problems/{code}", $"{problem["type"]}");
    }

    private async Task<HttpResponseMessage> Ask(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (path.EndsWith("/body", StringComparison.Ordinal))
        {
            request.Method = HttpMethod.Put;
            request.Content = JsonContent.Create(new Dictionary<string, string> { ["text"] = new('a', 70_000) });
        }
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await started.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A Gateway whose area does not answer.</summary>
    public sealed class Gateway : IAsyncLifetime
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-problem-pages-");
        private LoneGateway lone = null!;

        internal HttpClient Http => lone.Http;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync() => lone = await LoneGateway.Start(folder);

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await lone.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
