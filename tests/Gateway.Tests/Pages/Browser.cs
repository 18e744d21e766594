using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// A browser without JavaScript: keeps cookies, reads pages, fills in forms and sends them as they are on the page.
/// </summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private readonly Uri site;
    private Func<Task> signIn = () => Task.CompletedTask;

    private Browser(string url)
    {
        site = new(url);
        http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = site,
        };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /// <summary>A browser in front of a Gateway, in which nobody is signed in.</summary>
    public static Browser At(string url) => new(url);

    /// <summary>A browser in front of an area, in which a person is signed in.</summary>
    public static Browser At(PeerNet.Local.Cell area, Person person, string? role = null)
    {
        var browser = new Browser(area.Url);
        if (person.Token is not null) browser.signIn = () => browser.SignIn(area, person.Id, role);
        return browser;
    }

    /// <summary>The same browser, which asks for a language.</summary>
    public Browser In(string language)
    {
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return this;
    }

    /// <summary>Reads a page, following redirects.</summary>
    public Task<Shown> Get(string path) => Send(new(HttpMethod.Get, new Uri(site, path)));

    /// <summary>
    /// Sends the form of a page that has this action, or its only one, with what is typed into its controls; several
    /// values of one name are checkboxes.
    /// </summary>
    public Task<Shown> Submit(Shown page, string? action, params IEnumerable<(string Name, string Value)> typed)
    {
        var forms = page.Document.Forms.Where(form => form.Method == "post").ToList();
        var form = action is null ? Assert.Single(forms) : forms.Single(one => one.GetAttribute("action") == action);
        var names = typed.Select(one => one.Name).ToHashSet();
        var kept = Controls(form).Where(control => !names.Contains(control.Key));
        var fields = kept.Concat(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return Post(form.GetAttribute("action") ?? page.Path, fields);
    }

    /// <summary>Posts fields to a path, whatever any page says.</summary>
    public Task<Shown> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Send(new(HttpMethod.Post, new Uri(site, path)) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Puts JSON to a path, as a script of a page does.</summary>
    public Task<Shown> Put<T>(string path, T body)
    {
        var content = JsonContent.Create(body, options: PeerNetJson.Options);
        return Send(new(HttpMethod.Put, new Uri(site, path)) { Content = content });
    }

    public void Dispose() => http.Dispose();

    private async Task SignIn(PeerNet.Local.Cell area, MemberId member, string? role)
    {
        signIn = () => Task.CompletedTask;
        var session = new SessionId(Guid.CreateVersion7());
        await area.Grains.Sessions(area.Area, member).Begin(session, "A browser", new(CallerRole.Member, member));
        var options = area.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(SessionCookie.Scheme);
        var who = SessionCookie.Of(member, session, role);
        // The area's clock may be a test's.
        var now = area.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        var ticket = options.TicketDataFormat.Protect(new(who, properties, SessionCookie.Scheme));
        cookies.Add(site, new Cookie(options.Cookie.Name!, ticket));
    }

    private async Task<Shown> Send(HttpRequestMessage request, int hops = 0)
    {
        Assert.True(hops < 6, $"{request.RequestUri} leads on for ever.");
        await signIn();
        using (request)
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
                return await Send(new(HttpMethod.Get, new Uri(request.RequestUri!, next)), hops + 1);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            // A full stop without a space stands between two sentences that touch, or in the name of a type, with
            // which a page says what it does not know how to say. In a nonce for an issuer it is chance.
            Assert.DoesNotMatch(@"(?<!nonce=\d*)[a-z0-9]\.[A-Z][a-z]", text);
            return new((int)answer.StatusCode, request.RequestUri!.PathAndQuery, text);
        }
    }

    /// <summary>What a form would send as it stands.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Controls(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
        {
            var value = control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement text => text.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (control.GetAttribute("name") is { } name && value is not null) yield return new(name, value);
        }
    }
}

/// <summary>A page as a browser got it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Path">The path of the last redirect.</param>
/// <param name="Html">The source.</param>
internal sealed record Shown(int Status, string Path, string Html)
{
    private IHtmlDocument? document;

    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Html);

    /// <summary>The heading of the page.</summary>
    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>The words of the page's main part, with single spaces.</summary>
    public string Text => Words(Document.QuerySelector("main"));

    /// <summary>The page, which must have been found.</summary>
    public Shown Is(int status)
    {
        Assert.True(status == Status, $"{Path} answered {Status}: {Text}");
        return this;
    }

    /// <summary>The page, which must say this.</summary>
    public Shown Says(string text)
    {
        Assert.True(Text.Contains(text, StringComparison.Ordinal), $"{Path} does not say \"{text}\": {Text}");
        return this;
    }

    /// <summary>The page, which must not say this anywhere in its source.</summary>
    public Shown DoesNotSay(string text)
    {
        Assert.DoesNotContain(text, Html, StringComparison.OrdinalIgnoreCase);
        return this;
    }

    private static string Words(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
