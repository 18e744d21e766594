using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What keepers of one area write about a gathering of all three, and what they count.</summary>
internal sealed class LinkedTexts(
    string area, Func<string, Func<string, string>?, Canary> own, Canary? question, Func<Canary, Canary> add)
{
    // No two areas have the same, and nothing else is likely to look like them.
    private static readonly Dictionary<string, int[]> Counts = new()
    {
        ["brighton-and-hove"] = [47, 39, 53, 41],
        ["east-sussex"] = [43, 59, 37, 31],
        ["west-sussex"] = [61, 29, 17, 67],
    };

    /// <summary>What the gathering is called here.</summary>
    public Canary Title { get; } = own("title of a linked gathering at home", null);

    public Canary Place { get; } = own("place of a linked gathering", null);

    /// <summary>What the area that asks the others shares with them.</summary>
    public Canary? Question { get; } = question;

    /// <summary>How many chose each corner. It is looked for as an array of numbers has it.</summary>
    public Canary Count { get; } = add(CountOf(area));

    public IReadOnlyList<int> Hands { get; } = Counts[area];

    /// <summary>What an area counted, as a value to look for.</summary>
    public static Canary CountOf(string area, string what = "count of an area")
    {
        var numbers = string.Join(',', Counts[area]);
        return new(area, what, numbers, numbers);
    }
}

/// <summary>One quiz in three areas: the first asks the others, and the counts are added up.</summary>
internal sealed partial class Telling
{
    private async Task LinkedRooms()
    {
        var host = Casts[0];
        var gathering = $"gatherings/{host.IdOf("linked gathering")}";
        var question = $"{gathering}/questions/{host.IdOf("shared question")}";
        await Gather(host, host, gathering);
        foreach (var cast in Casts.Skip(1)) await Link(cast, host, gathering);
        _ = (await At(host).Put(question, As(host.Lead), new AskQuestion
        {
            Kind = QuestionKind.Quiz, Text = host.Linked.Question!.Text,
        })).Yes;
        foreach (var keeper in (string[])[As(host.Lead), As(host.Helper)])
            _ = (await At(host).Put($"{question}/readiness", keeper, new { })).Yes;
        _ = (await At(host).Put($"{question}/sharing", As(host.Lead), new { })).Yes;
        foreach (var cast in Casts) await Vote(cast, host, question);
        await Eventually.So("every area has handed in its count", async () => (await At(host)
            .Put($"{question}/sum", As(host.Lead), new AddUpRooms())).Status == 200);
        foreach (var cast in Casts)
        {
            await Eventually.So($"{cast.Area} has the sum", async () =>
                (await At(cast).Get($"{question}/together", As(cast.Member))).Status == 200);
            var together = (await At(cast).Get($"{question}/together", As(cast.Member))).Yes;
            Assert.Equal(Casts.Sum(one => one.Linked.Hands.Sum()), together.GetProperty("people").GetInt32());
        }
    }

    private async Task Gather(Cast cast, Cast host, string gathering)
    {
        var second = cast.IdOf("second group of a gathering");
        _ = (await At(cast).Put(gathering, As(cast.Lead), new PlanGathering
        {
            // What the area that asks calls it is what the others are told.
            Title = cast == host ? "A big room" : cast.Linked.Title.Text,
            HeldOn = Today.AddDays(7),
            StartsAt = Seven,
            Minutes = 120,
            Place = cast == host ? $"{cast.Linked.Place.Text} {cast.Linked.Title.Text}" : cast.Linked.Place.Text,
            Groups = [new(cast.IdOf("tea")), new(second)],
        })).Yes;
        _ = (await At(cast).Put($"{gathering}/keepers/{second}", As(cast.Helper), new { })).Yes;
        var table = cast.IdOf("linked table");
        _ = (await At(cast).Put($"{gathering}/tables/{table}", As(cast.Lead), new LayTable(Animal.Otter, 200))).Yes;
        _ = (await At(cast).Put($"{gathering}/opening", As(cast.Lead), new { })).Yes;
    }

    private async Task Link(Cast cast, Cast host, string gathering)
    {
        _ = (await At(host).Put($"{gathering}/rooms/{cast.Area}", As(host.Lead), new { })).Yes;
        await Eventually.So($"{cast.Area} is asked", async () =>
            (await At(cast).Get("linked-rooms", As(cast.Lead))).Yes.GetProperty("items").EnumerateArray().Any(
                one => one.GetProperty("id").GetString() == gathering[^36..]));
        await Gather(cast, host, gathering);
        _ = (await At(cast).Put($"{gathering}/joining", As(cast.Lead), new { })).Yes;
        await Eventually.So($"{host.Area} knows that {cast.Area} takes part", async () =>
            (await At(host).Get($"{gathering}/rooms", As(host.Lead))).Yes.GetProperty("areas").EnumerateArray().Any(
                one => one.GetProperty("area").GetString() == cast.Area
                    && one.GetProperty("state").GetString() == "joined"));
    }

    private async Task Vote(Cast cast, Cast host, string question)
    {
        var lead = As(cast.Lead);
        await Eventually.So($"{cast.Area} asks the question", async () =>
            (await At(cast).Put($"{question}/opening", lead, new { })).Status == 200);
        _ = (await At(cast).Put($"{question}/tallies/{cast.IdOf("linked tally")}", lead, new EnterTally
        {
            TableId = new(cast.IdOf("linked table")),
            Present = 200,
            TookPart = cast.Linked.Hands.Sum(),
            Counts = [.. cast.Linked.Hands],
        })).Yes;
        _ = (await At(cast).Put($"{question}/closing", lead, new { })).Yes;
        _ = (await At(cast).Put($"{question}/handing-in", lead, new { })).Yes;
        if (cast != host) await Eventually.So($"{host.Area} knows that {cast.Area} has counted", async () =>
            (await At(host).Get($"{question.Split("/questions")[0]}/rooms", As(host.Lead))).Yes
                .GetProperty("questions")[0].GetProperty("handedIn").EnumerateArray()
                .Any(one => one.GetString() == cast.Area));
    }
}
