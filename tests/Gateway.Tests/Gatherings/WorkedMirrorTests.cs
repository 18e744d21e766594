using System.Text.Json;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Tests.Lenses;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>The worked example of a mirror question, over HTTP: twelve people of one side, nine of the other.</summary>
public sealed class WorkedMirrorTests(RunningArea area)
{
    private const int Rungs = 7;

    // Of each table, the rungs of people who have been there themselves, and of those who are here for their work.
    private static readonly int[][] Own = [[3, 4, 5], [3, 4, 5], [4, 5, 6], [4, 6, 7]];
    private static readonly int[][] Role = [[4, 6, 7], [5, 6], [5, 6], [6, 7]];
    private static readonly int[][] TooFew = [[4, 6], [5, 6], [5, 6], [6]];

    [Fact]
    public async Task Rungs_four_and_six_are_two_steps_apart_and_seven_people_of_a_side_are_not_enough()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asks = await ARung(scene);
        var question = await scene.AQuestion(area.Http, asks, 6, 6, 6, 6);
        var mirror = (await Counted(scene, question, Role)).GetProperty("mirror");
        Assert.Equal([4, 6], Steps(mirror));
        Assert.Equal((2, "role"), (mirror.GetProperty("apart").GetInt32(), mirror.GetProperty("higher").GetString()));
        var released = (await area.Http.Get($"{question.At}/released", scene.Member)).Is(200);
        Assert.False(released.TryGetProperty("people", out var people) && people.ValueKind == JsonValueKind.Number);
        Assert.Empty(released.GetProperty("options").EnumerateArray());

        var next = question.Another();
        await scene.Open(area.Http, next, asks);
        var held = await Counted(scene, next, TooFew);
        Assert.Equal("notEnough", held.GetProperty("finding").GetString());
        Assert.Empty(held.GetProperty("mirror").GetProperty("sides").EnumerateArray());
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{next.Gathering}/screen?question={next.At[^36..]}")).Is(200).Says("Not enough yet");
    }

    [Fact]
    public async Task Answers_about_two_ladders_never_meet_in_one_figure()
    {
        var scene = await (await Scene.Make(area)).Known();
        var first = await ARung(scene);
        var question = await scene.AQuestion(area.Http, first, 6, 6, 6, 6);
        var before = (await Counted(scene, question, Role)).GetRawText();
        var other = await ARung(scene);
        // Nobody asks about one ladder with the steps of another, or about two at once.
        var mixed = other with { Options = [.. first.Options.Take(Rungs - 1), "Another"] };
        (await area.Http.Put($"{question.At[..^36]}{Guid.CreateVersion7()}", scene.Lead, mixed))
            .Refuses(422, "gathering.field");
        var next = question.Another();
        await scene.Open(area.Http, next, other);
        var result = await Counted(scene, next, [[7, 7, 7], [7, 7], [7, 7], [7, 7]]);
        Assert.Equal([4, 7], Steps(result.GetProperty("mirror")));
        Assert.Equal(before, (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200).GetRawText());
    }

    private async Task<AskQuestion> ARung(Scene scene)
    {
        var mark = Guid.CreateVersion7();
        var lens = LensAccess.AText with
        {
            Name = $"A ladder {mark}", Steps = [.. Enumerable.Range(1, Rungs).Select(rung => $"Rung {rung} of {mark}")],
        };
        var id = new LensId(Guid.CreateVersion7());
        (await area.Http.Put($"lenses/{id}", scene.Coordinator, lens)).Is(201);
        return new()
        {
            Kind = QuestionKind.Mirror, Mirror = MirrorTopic.Rung, Text = MirrorTexts.Of(MirrorTopic.Rung).Text,
            Options = lens.Steps, LensId = id,
        };
    }

    private async Task<JsonElement> Counted(Scene scene, RoomQuestion question, int[][] role)
    {
        for (var table = 0; table < Own.Length; table++)
        {
            var counts = new int[3 * Rungs];
            foreach (var rung in Own[table]) counts[rung - 1]++;
            foreach (var rung in role[table]) counts[Rungs + rung - 1]++;
            var entry = question.Hands(table, 6, [.. counts]) with { TookPart = counts.Sum() };
            (await area.Http.Put(question.Entry(table), scene.Lead, entry)).Is(201);
        }
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
    }

    private static IEnumerable<int> Steps(JsonElement mirror) =>
        mirror.GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("step").GetInt32());
}
