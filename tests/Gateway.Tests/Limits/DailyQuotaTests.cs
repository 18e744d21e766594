using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.NextSteps;
using PeerNet.Gateway.Tests.Panels;
using PeerNet.Gateway.Tests.Practices;
using PeerNet.Gateway.Tests.SupportOffers;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>How much of each kind one person may begin in a day.</summary>
public sealed class DailyQuotaTests(RunningArea local, DailyQuotaTests.OneOfEach one)
    : IClassFixture<DailyQuotaTests.OneOfEach>
{
    public static TheoryData<string> Quotas =>
    [
        .. typeof(LimitOptions).GetProperties().Select(limit => limit.Name)
            .Where(name => name.EndsWith("PerDay", StringComparison.Ordinal)),
    ];

    // What somebody begins, at an address of its own each time.
    private static readonly Dictionary<string, Func<Limited, Person, Task<(string At, object? Body)>>> Begins = new()
    {
        [nameof(LimitOptions.PeoplePerDay)] = async (area, person) =>
        {
            await area.AGroup(person);
            return await Begin("members", new { Name = "Robin" });
        },
        [nameof(LimitOptions.GroupsPerDay)] = (_, _) => Begin("groups", Scene.Description),
        [nameof(LimitOptions.SeatsPerDay)] = (_, _) => Begin("members/me/seats", new AskForSeat
        {
            Area = new("west-sussex"), GroupId = new(Guid.CreateVersion7()), ShownAs = "Robin", Consent = true,
        }, $"{SeatId.Random()}"),
        [nameof(LimitOptions.ConnectionsPerDay)] = async (area, person) =>
            await Begin($"groups/{await area.AGroup(person)}/connections/west-sussex", null),
        [nameof(LimitOptions.OffersPerDay)] = (_, _) => Begin("offers", SupportOfferAccess.ALift),
        [nameof(LimitOptions.MatchesPerDay)] = async (area, _) =>
        {
            var offer = $"offers/{Guid.CreateVersion7()}";
            (await area.Http.Put(offer, await area.APerson("coordinator"), SupportOfferAccess.ALift)).Is(201);
            return await Begin($"{offer}/matches", SupportOfferAccess.Yes);
        },
        [nameof(LimitOptions.WorriesPerDay)] = async (area, person) =>
            await Begin("worries", new WriteWorry(WorrySubject.Group, (await area.AGroup(person)).Value, "The door")),
        [nameof(LimitOptions.GatheringsPerDay)] = async (area, person) =>
            await Begin("gatherings", GatheringAccess.APlan(await area.AGroup(person), new(Guid.CreateVersion7()))),
        [nameof(LimitOptions.BarriersPerDay)] = async (area, person) => await Begin("barriers", new RaiseBarrier
        {
            GroupId = await area.AGroup(person), Text = "We wait", About = BarrierAbout.Time,
            Layer = Layer.Organisation, RoleId = await area.ARole(await area.APerson()),
        }),
        [nameof(LimitOptions.LimitsPerDay)] = async (area, person) =>
            await Begin("limits", TheAct(await area.ARole(person))),
        [nameof(LimitOptions.NextStepsPerDay)] = async (area, person) => await Begin(
            "next-steps", StepsInAScene.AStep(await area.AGroup(person), await area.AGroup(await area.APerson()))),
        [nameof(LimitOptions.PracticesPerDay)] = async (area, person) =>
            await Begin("practices", PracticesInAScene.APractice(await area.AGroup(person))),
        [nameof(LimitOptions.PanelsPerDay)] = async (area, person) =>
            await Begin("panels", PanelsInAScene.APanel(await area.AGroup(person))),
    };

    [Theory, MemberData(nameof(Quotas))]
    public async Task Whoever_has_begun_as_many_as_they_may_in_a_day_still_changes_what_is_there(string quota)
    {
        var person = await one.Area.APerson();
        var first = await Begins[quota](one.Area, person);
        var second = await Begins[quota](one.Area, person);
        (await one.Area.Http.Put(first.At, person, first.Body)).Is(201);
        (await one.Area.Http.Put(second.At, person, second.Body)).Refuses(429, "request.too-many");
        // Of a connection there is nothing to change, and looking up whether somebody is there would leave a trace.
        if (quota is nameof(LimitOptions.ConnectionsPerDay) or nameof(LimitOptions.PeoplePerDay)) return;
        (await one.Area.Http.Put(first.At, person, first.Body)).Is(200);
    }

    [Theory, MemberData(nameof(Quotas))]
    public void Local_mode_allows_far_more_than_an_area_in_production(string quota)
    {
        var set = local.East.At.Gateway([])[$"PeerNet:Limits:{quota}"];
        var usual = (int)typeof(LimitOptions).GetProperty(quota)!.GetValue(new LimitOptions())!;
        Assert.InRange(int.Parse(set!, null), 10 * usual, int.MaxValue);
    }

    private static Task<(string At, object? Body)> Begin(string where, object? body, string? id = null) =>
        Task.FromResult(($"{where}/{id ?? $"{Guid.CreateVersion7()}"}", body));

    /// <summary>An area in which a member may begin one of each kind in a day.</summary>
    public sealed class OneOfEach : IAsyncLifetime
    {
        internal Limited Area { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Area = await Limited.Start([.. Quotas.Select(quota => (quota.Data, "1"))]);

        public ValueTask DisposeAsync() => Area.DisposeAsync();
    }
}
