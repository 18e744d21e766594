using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.NextSteps.StepsInAScene;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>Sixty-one days later, in an area whose clock is the test's.</summary>
public sealed class MomentumTests : IAsyncLifetime
{
    private readonly LaterArea area = new(TimeSpan.Zero);

    private ApiClient Http => area.Http;

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task After_sixty_one_silent_days_a_step_is_stuck_and_the_next_gathering_begins_with_it()
    {
        var lead = await area.APerson();
        var other = await area.APerson();
        var group = await Http.Begin(lead);
        var second = await Http.Begin(other);
        var gathering = $"{Guid.CreateVersion7()}";
        (await Http.Put($"gatherings/{gathering}", lead, GatheringAccess.APlan(group, second))).Is(201);
        var step = AStep(group, second) with { GatheringId = new(new(gathering)) };
        var wish = await Write(step with { Text = "Ask for a bench" }, lead);
        var silent = await Write(step with { Text = "Ask for a lamp" }, lead, group);
        var moving = await Write(step with { Text = "Ask for a path", Layer = Layer.Individual }, lead, group);
        var kept = await Write(step, lead, group);
        (await Http.Put($"next-steps/{kept}/done", lead)).Is(200);
        (await Http.Put($"next-steps/{kept}/kept", lead, new KeepNextStep(group)))
            .Refuses(403, "next-step.own-voice");
        (await Http.Put($"next-steps/{kept}/kept", other, new KeepNextStep(second))).Is(200);
        Assert.Equal(["moved", "moved", null, "kept"], await Momentum("next-steps", lead));
        var soon = step with { Layer = Layer.Individual, DueOn = RunningArea.Today.AddDays(9), GatheringId = null };
        var overdue = await Write(soon, lead, group);
        var dropped = await Write(step, lead, group);
        (await Http.Put($"next-steps/{dropped}/dropped", lead, new DropNextStep("There is one"))).Is(200);

        await area.StartAgain(TimeSpan.FromDays(61));
        (await Http.Put($"next-steps/{moving}/news/{Guid.CreateVersion7()}", other, new TellNews(second, "A stop")))
            .Is(201);
        Assert.Equal([overdue, silent, moving, wish, kept], await Ids("next-steps", lead));
        Assert.Equal(["stuck", "stuck", "moved", null, "kept"], await Momentum($"groups/{second}/next-steps", lead));
        using var reader = Browser.At(area.Cell, other);
        await IsARecount((await reader.Get("/steps")).Is(200), lead, wish, silent, moving, kept, overdue, dropped);

        var next = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(second, new(Guid.CreateVersion7())) with
        {
            HeldOn = RunningArea.Today.AddDays(70), Previous = new(new(gathering)),
        };
        (await Http.Put(next, other, plan)).Is(201);
        var read = (await Http.Get(next, lead)).Is(200);
        Assert.Equal([silent, moving, wish], await Unfinished(next, lead));
        Assert.Equal("id,unfinished", string.Join(',', read.EnumerateObject().Take(2).Select(field => field.Name)));
        foreach (var page in (string[])["", "/pack", "/screen"])
            (await reader.Get($"/{next}{page}")).Is(200).Says("Still to do from last time Ask for a lamp");

        // What came of the first is still to do at the third, even if it did not come up at the second.
        var later = await Write(AStep(second, group) with { GatheringId = new(new(next[^36..])) }, other);
        var third = $"gatherings/{Guid.CreateVersion7()}";
        (await Http.Put(third, other, plan with { Previous = new(new(next[^36..])) })).Is(201);
        Assert.Equal([silent, moving, wish, later], await Unfinished(third, lead));
        // Two that name each other, by mistake, are read once each.
        (await Http.Put(next, other, plan with { Previous = new(new(third[^36..])) }, "*")).Is(200);
        Assert.Equal([later], await Unfinished(third, lead));
    }

    // What the page counts, counted again from what each step says of itself.
    private async Task IsARecount(Shown page, Person by, params IEnumerable<Guid> written)
    {
        var steps = new List<NextStepDetails>();
        foreach (var id in written)
        {
            var read = (await Http.Get($"next-steps/{id}", by)).Is(200);
            steps.Add(read.Deserialize<NextStepDetails>(PeerNetJson.Options)!);
        }
        var today = London.DayOf(RunningArea.Now.AddDays(61));
        var cards = page.Document.QuerySelectorAll("main h2").ToDictionary(
            heading => heading.TextContent,
            heading => heading.NextElementSibling?.QuerySelectorAll(".pn-card").Length ?? 0);
        foreach (var part in steps.Where(one => one.State != NextStepState.Dropped).CountBy(Heading))
            Assert.Equal(part.Value, cards[part.Key]);
        Assert.Equal(steps.Count - 1, cards.Values.Sum());
        foreach (var layer in steps.GroupBy(one => one.Says.Layer))
        {
            var kept = layer.Count(one => one.State == NextStepState.Kept);
            var given = layer.Count(one => one.State == NextStepState.Dropped || IsOverdue(one));
            page.Says($"{LayerWords.Of(layer.Key)}: {kept} of {kept + given} were kept");
        }

        string Heading(NextStepDetails one)
        {
            if (one.State == NextStepState.Kept) return "Kept";
            if (one.State == NextStepState.Wish) return "Wishes that nobody has taken on";
            var isSilent = London.DayOf(one.Entries!.Value.Max(entry => entry.At)).AddDays(60) < today;
            return isSilent || IsOverdue(one) ? "Stuck" : "Moving";
        }

        bool IsOverdue(NextStepDetails one) => one.State == NextStepState.Open && one.Says.DueOn < today;
    }

    private async Task<Guid> Write(WriteNextStep says, Person lead, GroupId? owner = null)
    {
        var id = Guid.CreateVersion7();
        (await Http.Put($"next-steps/{id}", lead, says)).Is(201);
        if (owner is { } group) (await Http.Put($"next-steps/{id}/owner", lead, new TakeOnNextStep(group))).Is(200);
        return id;
    }

    private async Task<IEnumerable<Guid>> Ids(string path, Person by) =>
        (await Items(path, by)).Select(step => step.GetProperty("id").GetGuid());

    private async Task<IEnumerable<Guid>> Unfinished(string gathering, Person by)
    {
        var read = (await Http.Get(gathering, by)).Is(200);
        return read.GetProperty("unfinished").EnumerateArray().Select(one => one.GetProperty("id").GetGuid());
    }

    private async Task<IEnumerable<string?>> Momentum(string path, Person by)
    {
        return (await Items(path, by)).Select(step =>
            step.TryGetProperty("momentum", out var momentum) ? momentum.GetString() : null);
    }

    private async Task<IEnumerable<JsonElement>> Items(string path, Person by) =>
        (await Http.Get(path, by)).Is(200).GetProperty("items").EnumerateArray();
}
