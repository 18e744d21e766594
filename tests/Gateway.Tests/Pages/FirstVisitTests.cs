using System.Text.RegularExpressions;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// What a phone loads for a first visit: less than 20 kB, of which the bench measures the list of groups itself.
/// </summary>
public sealed partial class FirstVisitTests(RunningArea area)
{
    private const int MaxBytes = 14_000;

    [Fact]
    public async Task A_visitor_loads_less_than_14_kB_besides_a_page()
    {
        var page = await area.Http.Get("/groups");
        var assets = Asset().Matches(page.Text).Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(
            [".css", ".js", ".svg"], assets.Select(one => Path.GetExtension(one)).Order(StringComparer.Ordinal));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var bytes = 0;
        foreach (var asset in assets)
        {
            var body = await http.GetByteArrayAsync(area.East.Url + asset, TestContext.Current.CancellationToken);
            bytes += body.Length;
        }
        Assert.InRange(bytes, 1, MaxBytes);
    }

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Asset();
}
