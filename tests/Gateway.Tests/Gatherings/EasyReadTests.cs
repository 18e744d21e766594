using System.Text.Json;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>An afternoon in easy words: a picture on the left, and short sentences beside it.</summary>
public sealed class EasyReadTests(RunningArea area)
{
    private static readonly string Long = $"Say {string.Join(' ', Enumerable.Repeat("it", EasyWords.MaxWords))}.";

    private static IEnumerable<EasyStep> Steps =>
        [.. EasySteps.Before, .. Enum.GetValues<QuestionKind>().Select(EasySteps.Of), .. EasySteps.After];

    [Fact]
    public void Each_of_our_own_is_one_short_sentence_and_each_picture_is_used()
    {
        Assert.All(Steps, step => Assert.Single(EasyWords.SentencesOf(step.Text)));
        Assert.All(Steps, step => Assert.InRange(EasyWords.LongestSentence(step.Text), 1, EasyWords.MaxWords));
        Assert.Equal(Enum.GetValues<Pictogram>(), Steps.Select(step => step.Picture).Distinct().Order());
    }

    [Fact]
    public void Questions_that_PeerNet_writes_itself_are_short_too()
    {
        Assert.All(
            Enum.GetValues<MirrorTopic>().Select(topic => MirrorTexts.Of(topic).Text),
            text => Assert.InRange(EasyWords.LongestSentence(text), 1, EasyWords.MaxWords));
    }

    [Fact]
    public void So_is_each_of_the_seeds()
    {
        var seeds = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed"), "*.json");
        var texts = seeds.Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement).SelectMany(EasyTexts)
            .ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.InRange(EasyWords.LongestSentence(text), 1, EasyWords.MaxWords));
    }

    [Fact]
    public async Task A_long_sentence_is_refused_at_the_form_and_over_HTTP()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        var asks = GatheringAccess.AVote with { EasyText = Long };
        var refused = await area.Http.Put($"{at}/questions/{Guid.CreateVersion7()}", scene.Lead, asks);
        refused.Refuses(422, "gathering.field");
        Assert.Contains("easyText", refused.Text, StringComparison.Ordinal);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{at}/questions/new")).Is(200).Says("Use sentences of up to 15 words. On paper");
        (string, string)[] quiz = [("kind", "quiz"), ("text", "Is it shared?")];
        var again = (await lead.Submit(form, null, [.. quiz, ("easyText", Long)])).Is(422);
        Assert.Contains("up to 15 words", again.Document.QuerySelector("#easyText-error")!.TextContent,
            StringComparison.Ordinal);
        (await lead.Submit(form, null, [.. quiz, ("easyText", "Is it for all of us?")])).Is(200);
    }

    [Fact]
    public async Task The_pack_has_a_page_of_pictures_and_short_sentences_and_a_picture_on_each_sheet()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            area.Http, GatheringAccess.AVote with { EasyText = "What do you like? Raise your hand." }, 6, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("What we do, in easy words");
        var easy = pack.Document.QuerySelectorAll(".pn-easy").ToList();
        // One for each step and the question, and one on the sheet of each of two tables.
        Assert.Equal(EasySteps.Before.Count + 1 + EasySteps.After.Count + 2, easy.Count);
        foreach (var one in easy)
        {
            var picture = one.FirstElementChild!;
            Assert.Equal(("svg", "true"), (picture.LocalName, picture.GetAttribute("aria-hidden")));
            Assert.Empty(one.QuerySelectorAll("[style]"));
            Assert.All(one.QuerySelectorAll("p"), line =>
                Assert.InRange(EasyWords.LongestSentence(line.TextContent), 1, EasyWords.MaxWords));
        }
        Assert.Equal(3, easy.Count(one => one.QuerySelectorAll(".pn-easy__sentence").Select(line => line.TextContent)
            .SequenceEqual(["What do you like?", "Raise your hand."])));
    }

    [Fact]
    public async Task Keepers_are_told_which_words_are_missing_and_more_than_six_sentences_are_one_paragraph()
    {
        var scene = await (await Scene.Make(area)).Known();
        var many = string.Join(' ', Enumerable.Range(1, 7).Select(number => $"Say no {number}."));
        var question = await scene.AQuestion(area.Http, GatheringAccess.AVote with { EasyText = many }, 6);
        const string Missing = "Not every question has plainer words.";
        using var lead = Browser.At(area.East, scene.Lead);
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).DoesNotSay(Missing);
        Assert.Equal(
            [many, many],
            pack.Document.QuerySelectorAll(".pn-easy__sentence").Select(line => line.TextContent)
                .Where(line => line.StartsWith("Say", StringComparison.Ordinal)));
        var without = await scene.AQuestion(area.Http, GatheringAccess.AVote, 6);
        (await lead.Get($"/{without.Gathering}/pack")).Is(200).Says(Missing);
    }

    private static IEnumerable<string> EasyTexts(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array) return json.EnumerateArray().SelectMany(EasyTexts);
        if (json.ValueKind != JsonValueKind.Object) return [];
        return json.EnumerateObject().SelectMany(one => one.NameEquals("easyText")
            ? [one.Value.GetString()!]
            : EasyTexts(one.Value));
    }
}
