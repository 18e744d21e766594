using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>One rule for every single line, and one for every longer text, wherever they are sent.</summary>
public sealed class TextTests(RunningArea area, SharedPlace shared) : IClassFixture<SharedPlace>
{
    private static readonly string[] OddLines =
    [
        "a\nb", "a\n", "a\r\nb", "a\u000bb", "a\u000cb", "a\u0085b", "a\u2028b", "a\u2029b", "a\0b", "a\tb", "a\u202eb",
        "a\u2066b", "\u200b", "\u3164", "\u2800", "\u0301", " ", "a" + new string('\u0301', 1000),
    ];

    private static readonly string[] OddTexts =
        ["a\0b", "a\u0008b", "a\u001bb", "a\u202eb", "a\u2069b", "a\rb", "a" + new string('\u0301', 1000)];

    private static readonly string[] Barriers = ["barriers", "limits", "roles"];

    [Theory]
    [InlineData("describing a group", "name")]
    [InlineData("describing a group", "place.name")]
    [InlineData("describing a group", "place.address")]
    [InlineData("describing a group", "place.town")]
    [InlineData("describing a person", "name")]
    [InlineData("describing a person", "contact.email")]
    [InlineData("describing a person", "contact.phone")]
    [InlineData("describing a person", "contact.other")]
    [InlineData("asking for a seat", "shownAs")]
    [InlineData("taking up an offer", "shownAs")]
    [InlineData("agreeing to a match", "shownAs")]
    [InlineData("arranging a match", "where")]
    [InlineData("planning a gathering", "title")]
    [InlineData("planning a gathering", "place")]
    [InlineData("writing a sentence", "text")]
    [InlineData("taking words out", "words")]
    [InlineData("adding a lens", "name")]
    [InlineData("adding a lens", "makers")]
    [InlineData("adding a lens", "version")]
    [InlineData("claiming a limit", "source")]
    [InlineData("claiming a limit", "section")]
    [InlineData("claiming a limit", "whoseRule")]
    [InlineData("checking a limit", "who")]
    [InlineData("naming a role", "name")]
    [InlineData("setting up a panel", "title")]
    public Task A_single_line_is_one_line_that_can_be_seen(string name, string path) =>
        Refuses(name, path, OddLines);

    [Theory]
    [InlineData("describing a group", "about")]
    [InlineData("describing a group", "firstTime")]
    [InlineData("closing a group", "reason")]
    [InlineData("describing a person", "helps")]
    [InlineData("logging", "notes")]
    [InlineData("logging what did not happen", "didNotHappen.detail")]
    [InlineData("correcting", "why")]
    [InlineData("correcting", "notes")]
    [InlineData("calling off", "reason")]
    [InlineData("changing an offer", "text")]
    [InlineData("hiding an offer", "reason")]
    [InlineData("saying how a match went", "words")]
    [InlineData("writing a worry", "text")]
    [InlineData("answering a worry", "answer")]
    [InlineData("cancelling a gathering", "reason")]
    [InlineData("asking a question", "text")]
    [InlineData("asking a question", "easyText")]
    [InlineData("raising a barrier", "text")]
    [InlineData("answering a barrier", "whatICan")]
    [InlineData("answering a barrier", "whatStopsMe")]
    [InlineData("answering a barrier", "whatIDontKnow")]
    [InlineData("adding to an answer", "text")]
    [InlineData("adding a lens", "credit")]
    [InlineData("saying that a lens helps", "why")]
    [InlineData("claiming a limit", "what")]
    [InlineData("claiming a limit", "wouldHaveToChange")]
    [InlineData("checking a limit", "how")]
    [InlineData("disputing a limit", "why")]
    [InlineData("changing a limit", "whatChanged")]
    [InlineData("writing down a step", "text")]
    [InlineData("telling news", "text")]
    [InlineData("dropping a step", "reason")]
    [InlineData("telling a practice", "weDid")]
    [InlineData("telling a practice", "changed")]
    [InlineData("telling a practice", "wasHard")]
    public Task A_text_has_lines_and_no_other_control_characters(string name, string path) =>
        Refuses(name, path, OddTexts);

    private async Task Refuses(string name, string path, string[] texts)
    {
        var place = shared.Place;
        var target = Target.All.Single(each => each.Name == name);
        var by = name is "describing a person" or "asking for a seat" ? place.Scene.Member : place.Scene.Lead;
        if (target.Path.StartsWith("offers", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        if (target.Path.StartsWith("worries", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        if (target.Path.StartsWith("gatherings", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        if (Barriers.Any(noun => target.Path.StartsWith(noun, StringComparison.Ordinal))) by = place.Sender(target);
        if (target.Path.StartsWith("next-steps", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        if (target.Path.StartsWith("panels", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        if (target.Path.StartsWith("lenses", StringComparison.Ordinal)) by = place.Scene.Coordinator;
        foreach (var text in texts)
        {
            using var body = new StringContent(
                place.Fill(Slips.With(target, path, JsonSerializer.Serialize(text))),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/json"));
            var answer = await area.Http.Send(
                HttpMethod.Put, place.Fill(target.Path), by, body, target.ChecksVersion ? "*" : null);
            Assert.True(
                answer.Status == 422, $"{JsonSerializer.Serialize(text)[..Math.Min(text.Length, 20)]} {answer}");
            Assert.Equal(path, answer.Field);
        }
    }
}
