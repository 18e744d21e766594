using System.Net.Http.Headers;
using System.Text;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>An enumeration is exactly one of its words, wherever it is sent; the refusal lists them.</summary>
public sealed class WordTests(RunningArea area, SharedPlace shared) : IClassFixture<SharedPlace>
{
    private static readonly string[] Wrong =
    [
        "\"{0}, {1}\"", "\"{0},{1}\"", "\" {0}\"", "\"{0} \"", "\"1\"", "1", "\"{0}|{1}\"", "\"\"", "[\"{0}\"]",
        "\"nobody\"",
    ];

    [Theory]
    [InlineData("describing a group", "format", "online", "hybrid")]
    [InlineData("describing a group", "joining", "ask", "invite")]
    [InlineData("describing a group", "place.privacy", "areaOnly", "onRequest")]
    [InlineData("describing a group", "needs.0", "stepFree", "parking")]
    [InlineData("joining", "part", "member", "coLead")]
    [InlineData("marking", "mark", "present", "apologies")]
    [InlineData("marking", "countedAs", "visitors", "carers")]
    [InlineData("correcting", "marks.0.mark", "present", "apologies")]
    [InlineData("logging what did not happen", "didNotHappen.reason", "venue", "lead")]
    public async Task Anything_but_one_word_is_refused_with_the_words(
        string name, string path, string one, string other)
    {
        var place = shared.Place;
        var target = Target.All.Single(each => each.Name == name);
        foreach (var json in Wrong.Append($"\"{char.ToUpperInvariant(one[0])}{one[1..]}\""))
        {
            var value =
                json.Replace("{0}", one, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);
            using var body = new StringContent(
                place.Fill(Slips.With(target, path, value)), Encoding.UTF8,
                new MediaTypeHeaderValue("application/json"));
            var answer = await area.Http.Send(
                HttpMethod.Put, place.Fill(target.Path), place.Scene.Lead, body, target.ChecksVersion ? "*" : null);
            answer.Refuses(400, "request.unreadable");
            Assert.Contains($"{one}, ", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("format=online,%20hybrid", "format")]
    [InlineData("format=Online", "format")]
    [InlineData("format=1", "format")]
    [InlineData("need=stepFree,%20parking", "need")]
    [InlineData("sort=next,distance", "sort")]
    public async Task The_finder_asks_for_exact_words_too(string query, string field) =>
        (await area.Http.Get($"groups?{query}")).Refuses(400, "request.parameter", field);
}
