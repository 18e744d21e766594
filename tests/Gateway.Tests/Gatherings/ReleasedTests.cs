using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What anybody can be told of a count, over HTTP and in the write-up.</summary>
public sealed class ReleasedTests(RunningArea area)
{
    [Fact]
    public async Task Numbers_are_rounded_what_few_chose_is_held_back_and_a_late_table_changes_nothing()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, RoomCounts.OfFour, 6, 5, 7, 6, 6);
        await scene.Count(area.Http, question, question.FourTables());
        (await area.Http.Get($"{question.At}/released", scene.Lead)).Refuses(409, "gathering.still-open");
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        var told = await Told();
        await scene.Count(area.Http, question, question.Hands(4, 6, 6, 6, 6, 6));
        Assert.Equal(told.Replace("\"lateTables\":0", "\"lateTables\":1", StringComparison.Ordinal), await Told());
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}")).Is(200).Says(
            "You can tell anybody these numbers, rounded to the nearest 5: "
            + "25 people took part, 15 chose “Together” and 15 chose “With us”.");

        async Task<string> Told()
        {
            var answer = await area.Http.Get($"{question.At}/released", scene.Stranger);
            var released = answer.Is(200);
            var people = released.GetProperty("people").GetInt32();
            Assert.Equal((25, false), (people, released.GetProperty("heldBack").GetBoolean()));
            Assert.Equal(
                ["A 15 False", "B 15 False", "C  True", "D  True"],
                released.GetProperty("options").EnumerateArray().Select(option =>
                    $"{option.GetProperty("box")} {option.GetProperty("voices")} {option.GetProperty("heldBack")}"));
            return answer.Text;
        }
    }
}
