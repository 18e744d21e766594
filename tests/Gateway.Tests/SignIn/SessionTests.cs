using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>One policy for the tokens of programs and the sessions of people.</summary>
public sealed class SessionTests(RunningArea area)
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private CookieAuthenticationOptions Options => OptionsOf(area.East.Services);

    [Fact]
    public async Task A_session_grants_the_same_access_as_a_token()
    {
        var person = await area.APerson();
        var byToken = (await area.Http.Get("members/me", person)).Is(200);
        var (status, text) = await Get("members/me", await SessionOf($"{person.Id}"));
        Assert.Equal(200, status);
        Assert.Equal(byToken.GetRawText(), text);
        Assert.Equal(403, (await Get("link/ledger", await SessionOf($"{person.Id}"))).Status);
        var coordinator = await SessionOf($"{person.Id}", "coordinator");
        Assert.Equal(200, (await Get("link/ledger", coordinator)).Status);
    }

    [Fact]
    public async Task A_session_counts_where_anyone_may_come_too()
    {
        var (_, text) = await Get("area", await SessionOf($"{Guid.CreateVersion7()}", "coordinator"));
        Assert.Contains("\"counts\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quokka7zx")]
    [InlineData("sam@example.invalid")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_session_that_names_no_member_is_ignored(string subject) =>
        Assert.Equal(401, (await Get("members/me", await SessionOf(subject, "coordinator"))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("01990000-0000-7000-8000-0000000000a1")]
    public async Task A_session_that_was_never_begun_is_ignored(string session) =>
        Assert.Equal(401, (await Get("members/me", Ticket($"{(await area.APerson()).Id}", session))).Status);

    [Fact]
    public async Task A_session_that_was_tampered_with_is_ignored() =>
        Assert.Equal(401, (await Get("members/me", "quokka7zx")).Status);

    [Fact]
    public async Task No_call_of_the_api_is_redirected_to_a_sign_in_page()
    {
        foreach (var route in ApiRoutes.Of(area).Select(route => route.Split(' ')))
        {
            var path = string.Join('/', route[1].TrimStart('/')
                .Split('/')
                .Select(part => part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part));
            using var request = new HttpRequestMessage(new(route[0]), $"{area.East.Url}/api/v1/{path}");
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            using var answer = await Send(request);
            Assert.False((int)answer.StatusCode is >= 300 and < 400, $"{route[0]} {path}: {(int)answer.StatusCode}");
            Assert.Null(answer.Headers.Location);
        }
    }

    [Fact]
    public async Task The_cookie_is_safe_in_production()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-session-");
        await using (var gateway = await LoneGateway.Start(folder, local: false))
        {
            var cookie = OptionsOf(gateway.Services).Cookie;
            Assert.Equal("__Host-peernet", cookie.Name);
            Assert.Equal(CookieSecurePolicy.Always, cookie.SecurePolicy);
            Assert.Equal("/", cookie.Path);
            Assert.Null(cookie.Domain);
            Assert.Equal((true, SameSiteMode.Lax), (cookie.HttpOnly, cookie.SameSite));
        }
        folder.Delete(recursive: true);
        Assert.Equal("peernet-east-sussex", Options.Cookie.Name);
        Assert.Equal((true, SameSiteMode.Lax), (Options.Cookie.HttpOnly, Options.Cookie.SameSite));
    }

    private static CookieAuthenticationOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);

    private async Task<string> SessionOf(string subject, string? role = null)
    {
        var session = new SessionId(Guid.CreateVersion7());
        if (MemberId.TryParse(subject, out var member))
            await area.East.Grains.Sessions(area.East.Area, member).Begin(session, "A browser", new(default, member));
        return Ticket(subject, $"{session}", role);
    }

    private string Ticket(string subject, string session, string? role = null)
    {
        var who = new ClaimsIdentity(
            [new("sub", subject), new("sid", session), .. role is null ? [] : (Claim[])[new("role", role)]],
            Scheme,
            "sub",
            "role");
        var properties =
            new AuthenticationProperties { IssuedUtc = RunningArea.Now, ExpiresUtc = RunningArea.Now.AddHours(1) };
        return Options.TicketDataFormat.Protect(new(new(who), properties, Scheme));
    }

    private async Task<(int Status, string Text)> Get(string path, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{area.East.Url}/api/v1/{path}");
        request.Headers.Add("Cookie", $"{Options.Cookie.Name}={session}");
        using var answer = await Send(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using var http =
            new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
