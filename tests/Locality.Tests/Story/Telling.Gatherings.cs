using PeerNet.Contracts.Gatherings;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What two keepers of one area write about their gathering.</summary>
internal sealed class GatheringTexts(
    string area, Func<string, Func<string, string>?, Canary> own, Func<Canary, Canary> add)
{
    // No two areas have the same, and nothing else is likely to look like them.
    private static readonly Dictionary<string, int[]> Counts = new()
    {
        ["brighton-and-hove"] = [23, 19, 27, 13, 11, 3],
        ["east-sussex"] = [17, 29, 13, 21, 5, 7],
        ["west-sussex"] = [31, 11, 19, 17, 9, 8],
    };

    public Canary Title { get; } = own("gathering's title", null);

    public Canary Place { get; } = own("gathering's place", null);

    public Canary Question { get; } = own("gathering's question", null);

    public Canary EasyText { get; } = own("question in plainer words", null);

    public Canary Clip { get; } = own("clip of a question", mark => $"https://clips.example.invalid/{mark}");

    public Canary Condition { get; } = own("condition of a table", null);

    public Canary WarmUp { get; } = own("warm-up", null);

    /// <summary>A step of the ladder that a mirror question asks about.</summary>
    public Canary Step { get; } = own("step of a ladder", null);

    /// <summary>How many chose each step with which card. It is looked for as an array of numbers has it.</summary>
    public Canary MirrorCount { get; } = add(CountOf(area));

    public IReadOnlyList<int> Cards { get; } = Counts[area];

    public Canary Taken { get; } = own("name that was taken out of a gathering", null);

    public Canary Cancelled { get; } = own("reason for cancelling a gathering", null);

    private static Canary CountOf(string area)
    {
        var numbers = string.Join(',', Counts[area]);
        return new(area, "count of a mirror question", numbers, numbers);
    }
}

/// <summary>
/// Two groups gather, begin with a warm-up, count a quiz and a mirror question at one table, take a name out, and
/// cancel the next gathering.
/// </summary>
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
            Title = $"{cast.Gathering.Title.Text} {cast.Gathering.Taken.Text}",
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
        // A number that is sent must not reveal how many mean to come.
        _ = (await door.Put($"{gathering}/keepers/{second}/coming", other, new PeopleComing
        {
            People = cast.Came ? 7 : 9,
        })).Yes;
        var table = new TableId(cast.IdOf("table"));
        _ = (await door.Put($"{gathering}/tables/{table}", lead, new LayTable(Animal.Otter, 120))).Yes;
        _ = (await door.Put($"{gathering}/tables/{table}/slips", lead, new MakeSlips(1))).Yes;
        _ = (await door.Put($"{gathering}/opening", lead, new { })).Yes;
        await Agree(cast, $"{gathering}/questions/{cast.IdOf("warm-up")}", new()
        {
            Kind = QuestionKind.WarmUp, Text = cast.Gathering.WarmUp.Text,
        });
        await Count(cast, $"{gathering}/questions/{cast.IdOf("question")}", table);
        await Mirror(cast, $"{gathering}/questions/{cast.IdOf("mirror question")}", table);
        _ = (await door.Put($"{gathering}/taken-out", lead, new { words = cast.Gathering.Taken.Mark })).Yes;
        foreach (var at in (string[])[gathering, cancelled]) _ = (await door.Get(at, As(cast.Coordinator))).Yes;
    }

    private async Task Count(Cast cast, string question, TableId table)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        await Agree(cast, question, new()
        {
            Kind = QuestionKind.Quiz,
            Text = cast.Gathering.Question.Text,
            EasyText = cast.Gathering.EasyText.Text,
            Clip = cast.Gathering.Clip.Text,
        });
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

    // Which step of a ladder of the area's own it was.
    private async Task Mirror(Cast cast, string question, TableId table)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var ladder = cast.IdOf("ladder");
        string[] steps = [cast.Gathering.Step.Text, "Together"];
        _ = (await door.Put($"lenses/{ladder}", As(cast.Coordinator), new
        {
            name = "A ladder", makers = "Two groups", credit = "Name both", steps, version = "1",
        })).Yes;
        await Agree(cast, question, new()
        {
            Kind = QuestionKind.Mirror,
            Mirror = MirrorTopic.Rung,
            Text = MirrorTexts.Of(MirrorTopic.Rung).Text,
            Options = [.. steps],
            LensId = new(ladder),
        });
        _ = (await door.Put($"{question}/tallies/{cast.IdOf("mirror tally")}", lead, new EnterTally
        {
            TableId = table,
            Present = 120,
            TookPart = cast.Gathering.Cards.Sum(),
            Counts = [.. cast.Gathering.Cards],
        })).Yes;
        _ = (await door.Put($"{question}/closing", lead, new { })).Yes;
        _ = (await door.Get($"{question}/result", As(cast.Member))).Yes;
    }

    // Both keepers agree to a question, and it is opened.
    private async Task Agree(Cast cast, string question, AskQuestion asks)
    {
        _ = (await At(cast).Put(question, As(cast.Lead), asks)).Yes;
        foreach (var keeper in (string[])[As(cast.Lead), As(cast.Helper)])
            _ = (await At(cast).Put($"{question}/readiness", keeper, new { })).Yes;
        _ = (await At(cast).Put($"{question}/opening", As(cast.Lead), new { })).Yes;
    }
}
