using PeerNet.Contracts.Gatherings;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What two keepers of one area write about their gathering.</summary>
internal sealed class GatheringTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Title { get; } = own("gathering's title", null);

    public Canary Place { get; } = own("gathering's place", null);

    public Canary Question { get; } = own("gathering's question", null);

    public Canary EasyText { get; } = own("question in plainer words", null);

    public Canary Condition { get; } = own("condition of a table", null);

    public Canary Cancelled { get; } = own("reason for cancelling a gathering", null);
}

/// <summary>Two groups gather, count a quiz at one table, and cancel the next gathering.</summary>
internal sealed partial class Telling
{
    private async Task Gatherings(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var other = As(cast.Helper);
        var second = cast.IdOf("second group of a gathering");
        _ = (await door.Put($"groups/{second}", other, cast.New)).Yes;
        await Eventually.So("the second lead is known", async () =>
            (await door.Get("members/me", other)).Text.Contains($"{second}", StringComparison.Ordinal));
        var gathering = $"gatherings/{cast.IdOf("gathering")}";
        var cancelled = $"gatherings/{cast.IdOf("cancelled gathering")}";
        var plan = new PlanGathering
        {
            Title = cast.Gathering.Title.Text,
            HeldOn = Today.AddDays(7),
            StartsAt = Seven,
            Minutes = 120,
            Place = cast.Gathering.Place.Text,
            Groups = [new(cast.IdOf("tea")), new(second)],
        };
        foreach (var at in (string[])[gathering, cancelled]) _ = (await door.Put(at, lead, plan)).Yes;
        _ = (await door.Put(
            $"{cancelled}/cancellation", lead, new { reason = cast.Gathering.Cancelled.Text })).Yes;
        _ = (await door.Put($"{gathering}/keepers/{second}", other, new { })).Yes;
        var table = new TableId(cast.IdOf("table"));
        _ = (await door.Put($"{gathering}/tables/{table}", lead, new LayTable(Animal.Otter, 12))).Yes;
        _ = (await door.Put($"{gathering}/tables/{table}/slips", lead, new MakeSlips(1))).Yes;
        _ = (await door.Put($"{gathering}/opening", lead, new { })).Yes;
        await Count(cast, $"{gathering}/questions/{cast.IdOf("question")}", table);
        foreach (var at in (string[])[gathering, cancelled]) _ = (await door.Get(at, As(cast.Coordinator))).Yes;
    }

    private async Task Count(Cast cast, string question, TableId table)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var other = As(cast.Helper);
        _ = (await door.Put(question, lead, new AskQuestion
        {
            Kind = QuestionKind.Quiz,
            Text = cast.Gathering.Question.Text,
            EasyText = cast.Gathering.EasyText.Text,
        })).Yes;
        foreach (var keeper in (string[])[lead, other])
            _ = (await door.Put($"{question}/readiness", keeper, new { })).Yes;
        _ = (await door.Put($"{question}/opening", lead, new { })).Yes;
        _ = (await door.Put($"{question}/tallies/{cast.IdOf("tally")}", lead, new EnterTally
        {
            TableId = table,
            Present = 12,
            TookPart = 12,
            Counts = cast.Came ? [1, 1, 1, 9] : [9, 1, 1, 1],
            Conditions = [cast.Gathering.Condition.Text],
        })).Yes;
        var paper = $"gatherings/{cast.IdOf("gathering")}/paper";
        var printed = (await door.Get(paper, lead)).Yes.GetProperty("tables")[0];
        var slip = printed.GetProperty("slips")[0].GetString()!;
        _ = (await door.Put($"{question}/slips", null, new SpendSlip(slip, ["yes"]))).Yes;
        _ = (await door.Put($"{question}/closing", lead, new { })).Yes;
        _ = (await door.Get($"{question}/result", As(cast.Member))).Yes;
    }
}
