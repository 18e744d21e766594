using System.Net;
using System.Text.RegularExpressions;
using PeerNet.Scenarios;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// A browser without JavaScript in front of an area's door: it keeps cookies, follows links and sends forms. A token
/// stands for having signed in.
/// </summary>
internal sealed partial class Window(Door door, string? token = null)
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly HashSet<string> addresses = [];

    /// <summary>Where it was, and where links would have led from there.</summary>
    public IReadOnlyCollection<string> Addresses => addresses;

    /// <summary>Opens a page, and follows where it leads.</summary>
    public Task<Answered> Open(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>Sends the form of a page that goes to this address, with what is typed into it.</summary>
    public async Task<Answered> Fill(string page, string action, params (string Name, string Value)[] typed)
    {
        var shown = (await Open(page)).Text;
        var form = Forms().Matches(shown).Select(found => found.Value)
            .Single(one => Tag().Match(one).Value.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(input => KeyValuePair.Create(
            WebUtility.HtmlDecode(input.Groups[1].Value), WebUtility.HtmlDecode(input.Groups[2].Value)));
        var fields = typed.Select(one => KeyValuePair.Create(one.Name, one.Value));
        return await Send(HttpMethod.Post, action, new FormUrlEncodedContent(hidden.Concat(fields)));
    }

    private async Task<Answered> Send(HttpMethod method, string path, HttpContent? body)
    {
        var kept = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        var answer = await door.Send(method, path, token, body, ("Accept", "text/html"), ("Cookie", kept));
        foreach (Match cookie in SetCookies().Matches(answer.Head))
            cookies[cookie.Groups[1].Value] = cookie.Groups[2].Value;
        addresses.UnionWith([path, .. PageLinks.In(answer.Text)]);
        return Location().Match(answer.Head) is { Success: true } next
            ? await Send(HttpMethod.Get, next.Groups[1].Value, null)
            : answer;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("^<form[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("(?:Set-Cookie: |(?<=Set-Cookie:.*), )([^=;, \n]+)=([^; \n]*);")]
    private static partial Regex SetCookies();

    [GeneratedRegex("^Location: (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Location();
}
