using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>Opens pages and sends their forms as one person's browser does, without JavaScript.</summary>
internal sealed class FormClient : IDisposable
{
    private readonly HttpClient http;

    public FormClient(string url, Person person)
    {
        // The framework would follow a redirect without the token.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null,
        };
        http = new(handler) { BaseAddress = new(url) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (person.Token is { } token) http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>Opens a page.</summary>
    public async Task<OpenPage> Open(string path)
    {
        using var response =
            await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.Headers.Location is { } to ? await Open($"{to}") : await OpenPage.Of(response);
    }

    /// <summary>Sends the form that is on a page.</summary>
    public Task<OpenPage> Send(OpenPage page) => Send(page.Action, page.Form);

    /// <summary>Sends a form to an address.</summary>
    public async Task<OpenPage> Send(string path, IReadOnlyDictionary<string, string[]> form)
    {
        using var body = new FormUrlEncodedContent(
            form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
        using var response =
            await http.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return response.Headers.Location is { } to ? await Open($"{to}") : await OpenPage.Of(response);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page, with what its form would send.</summary>
internal sealed partial record OpenPage(
    int Status, string Path, string Text, HttpResponseHeaders Headers, Dictionary<string, string[]> Form)
{
    public static async Task<OpenPage> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var path = response.RequestMessage!.RequestUri!.AbsolutePath;
        return new((int)response.StatusCode, path, text, response.Headers, FieldsOf(text));
    }

    /// <summary>Where the form goes: the page's own address, unless it says something else.</summary>
    public string Action => FormTag().Match(Text) is { Success: true } form ? form.Groups["action"].Value : Path;

    /// <summary>Fails unless the page has those texts.</summary>
    public void Says(params ReadOnlySpan<string> texts)
    {
        var decoded = WebUtility.HtmlDecode(Text);
        foreach (var text in texts)
            Assert.True(decoded.Contains(text, StringComparison.Ordinal), $"{Status} {Path}: {text}\n{decoded}");
    }

    private static Dictionary<string, string[]> FieldsOf(string text)
    {
        var sent = new List<(string Name, string Value)>();
        foreach (Match input in Input().Matches(text))
        {
            var type = Attribute(input.Value, "type");
            var isSent = type is not ("checkbox" or "radio") || Checked().IsMatch(input.Value);
            if (isSent && Attribute(input.Value, "name") is { Length: > 0 } name)
                sent.Add((name, Attribute(input.Value, "value") ?? ""));
        }
        foreach (Match area in TextArea().Matches(text))
            sent.Add((Attribute(area.Value, "name")!, WebUtility.HtmlDecode(area.Groups["text"].Value)));
        return sent.GroupBy(field => field.Name, field => field.Value)
            .ToDictionary(field => field.Key, field => field.ToArray());
    }

    private static string? Attribute(string tag, string name)
    {
        var found = Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"");
        return found.Success ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;
    }

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]+)\"")]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\bchecked\\b")]
    private static partial Regex Checked();

    [GeneratedRegex("<textarea[^>]*>(?<text>[^<]*)</textarea>")]
    private static partial Regex TextArea();
}
