using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Barriers;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>How many barriers of this year were answered by their date.</summary>
public sealed class AnswersThisYearTests(RunningArea area)
{
    [Fact]
    public async Task Everybody_reads_how_many_were_answered_by_their_date_and_each_barrier_says_when_it_was()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var raised = new List<string>();
        while (raised.Count < 8)
        {
            var (group, lead) = await scene.AnotherGroup(area);
            foreach (var id in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() })
            {
                (await area.Http.Put($"barriers/{id}", lead, scene.WeWait(role) with { GroupId = group })).Is(201);
                raised.Add($"barriers/{id}");
            }
        }
        var inAWeek = RunningArea.Today.AddDays(7);
        (await area.Http.Put($"{raised[0]}/hearing", scene.Stranger, new HearBarrier(inAWeek))).Is(200);
        (await area.Http.Put($"{raised[0]}/answers/{Guid.CreateVersion7()}", scene.Stranger, Can)).Is(200);

        var counts = (await area.Http.Get("barriers/answers", scene.Member)).Is(200)
            .Deserialize<AnswerShares>(PeerNetJson.Options)!.Counts!;
        Assert.True(counts is { Raised: >= 8, ByDate: >= 1, Answered: >= 1 }, $"{counts}");
        Assert.Equal(counts.Raised, counts.ByDate + counts.Late + counts.Over + counts.Ahead + counts.WithoutDay);

        using var member = Browser.At(area.East, scene.Member);
        (await member.Get("/barriers")).Is(200).Says("barriers raised this year were answered by their date.");
        var today = Language.English.Day(RunningArea.Today);
        (await member.Get($"/{raised[0]}")).Is(200)
            .Says($"It was due by {Language.English.Day(inAWeek)}, and came on {today}.");
        (await member.Get($"/{raised[1]}")).Is(200).DoesNotSay("First answer");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get("/overview")).Is(200)
            .Says("barriers raised this year were answered by their date.");
    }

    [Fact]
    public void It_is_said_in_counts_of_those_whose_date_has_come()
    {
        var counts = new AnswerCounts
        {
            Raised = 20, ByDate = 9, Late = 2, Over = 3, Ahead = 1, WithoutDay = 5, Answered = 12, Helped = 4,
        };
        Assert.Equal(
            "9 of 14 barriers raised this year were answered by their date.", $"{BarrierWords.ByDate(counts)}");
        Assert.Equal(
            [
                "Answered after their date: 2", "Over their date, and not answered: 3", "Date still to come: 1",
                "Nobody named a date: 5", "It helped, says the group that raised it: 4 of 12 answered",
            ],
            BarrierWords.Counts(counts).Select(line => $"{line}"));
        Assert.Equal(
            "No answer to a barrier that was raised this year was due yet.",
            $"{BarrierWords.ByDate(counts with { ByDate = 0, Late = 0, Over = 0 })}");
    }
}
