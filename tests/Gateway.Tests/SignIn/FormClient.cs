using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>A browser of one person, without JavaScript: it keeps cookies and sends forms.</summary>
internal sealed partial class FormClient : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    public FormClient(string url, string agent = "")
    {
        http = new(new SocketsHttpHandler
        {
            UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies, ActivityHeadersPropagator = null,
        })
        {
            BaseAddress = new(url),
        };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        if (agent.Length > 0) http.DefaultRequestHeaders.Add("User-Agent", agent);
    }

    public Task<Seen> Get(string path) => Send(new(HttpMethod.Get, path));

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<Seen> Fill(string page, string action, params (string Name, string Value)[] fields)
    {
        var shown = await Get(page);
        Assert.True(shown.Status == 200, $"{page}: {shown.Status} {shown.Text}");
        return await Post(action, [.. fields, ("__RequestVerificationToken", shown.Token)]);
    }

    public Task<Seen> Post(string action, params (string Name, string Value)[] fields)
    {
        return Send(new(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });
    }

    /// <summary>Puts a session into its cookie, as signing in does.</summary>
    public void Carry(IServiceProvider services, ClaimsPrincipal session)
    {
        var cookie =
            services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var properties = new AuthenticationProperties
        {
            IssuedUtc = RunningArea.Now, ExpiresUtc = RunningArea.Now.AddHours(1),
        };
        var ticket = cookie.TicketDataFormat.Protect(new(session, properties, SessionCookie.Scheme));
        cookies.Add(http.BaseAddress!, new Cookie(cookie.Cookie.Name!, ticket));
    }

    /// <summary>Loses the cookies whose names begin so.</summary>
    public void Forget(string prefix)
    {
        foreach (Cookie cookie in cookies.GetAllCookies())
            if (cookie.Name.StartsWith(prefix, StringComparison.Ordinal)) cookie.Expired = true;
    }

    /// <summary>Has a cookie that says no more than its name.</summary>
    public void Remember(string name) => cookies.Add(http.BaseAddress!, new Cookie(name, "N"));

    public void Dispose() => http.Dispose();

    private async Task<Seen> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return new(
                (int)answer.StatusCode,
                WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
                answer.Headers.Location?.ToString(),
                answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : []);
        }
    }

    /// <summary>What the person sees.</summary>
    internal sealed partial record Seen(int Status, string Text, string? Location, IReadOnlyList<string> Cookies)
    {
        public string Token => Antiforgery().Match(Text).Groups["token"].Value;

        /// <summary>The text without what differs each time.</summary>
        public string Same => Antiforgery().Replace(Text, "");

        [GeneratedRegex("""<input [^>]*name="__RequestVerificationToken" [^>]*value="(?<token>[^"]+)"[^>]*>""")]
        private static partial Regex Antiforgery();
    }
}
