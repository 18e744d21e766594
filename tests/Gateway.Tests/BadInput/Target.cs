using System.Text.Json.Nodes;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Lenses;
using PeerNet.Gateway.Tests.LinkedRooms;
using PeerNet.Gateway.Tests.NextSteps;
using PeerNet.Gateway.Tests.Panels;
using PeerNet.Gateway.Tests.Power;
using PeerNet.Gateway.Tests.Sentences;
using PeerNet.Gateway.Tests.SupportOffers;
using PeerNet.Gateway.Tests.Worries;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>A writing endpoint: its address, a valid body, and which fields may be null or left out.</summary>
/// <param name="Name">What it does, as one verb.</param>
/// <param name="Path">Its address; words in braces are filled in by <see cref="Place"/>.</param>
/// <param name="Body">The valid body.</param>
/// <param name="MayBeNull">Fields that may be null, by path.</param>
/// <param name="Required">Fields that may not be left out, by path.</param>
/// <param name="ChecksVersion">Whether If-Match is read.</param>
/// <param name="FreeText">Names of the fields in which people write what they like.</param>
/// <param name="IsByRole">Whether whoever answers for the role sends it, and not the coordinator.</param>
internal sealed record Target(
    string Name, string Path, string Body, string MayBeNull, string Required, bool ChecksVersion = false,
    string FreeText = "", bool IsByRole = false)
{
    /// <summary>Those of every noun.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        .. from noun in typeof(ITargets).Assembly.GetTypes()
           where noun.IsClass && noun.IsAssignableTo(typeof(ITargets))
           from target in (IEnumerable<Target>)noun.GetProperty(nameof(ITargets.Targets))!.GetValue(null)!
           select target,
    ];

    /// <summary>A valid body, to be broken.</summary>
    public JsonNode Good => JsonNode.Parse(Body)!;

    /// <summary>What the case writes to, and what it must leave alone.</summary>
    public IEnumerable<string> Writes
    {
        get
        {
            if (Path.StartsWith("groups", StringComparison.Ordinal)) return ["groups/{group}"];
            if (Path.StartsWith("members", StringComparison.Ordinal)) return ["members/{member}"];
            return [string.Join('/', Path.Split('/').Take(2)), "groups/{group}"];
        }
    }
}

/// <summary>One group with everything that bad input is thrown at; it must look the same after all of it.</summary>
internal sealed record Place(
    Scene Scene, string Planned, string Logged, string Guest, OfferGround Offers, GatheringGround Gatherings,
    BarrierGround Barriers, string Worry, NextStepGround Steps, SentenceGround Sentences, PowerGround Power,
    LensGround Lens, LinkedRoomGround Rooms, PanelGround Panels, string New)
{
    private static int evenings;

    public static async Task<Place> Make(RunningArea area)
    {
        var scene = await (await Scene.Make(area)).Known();
        var gatherings = await GatheringGround.Make(area, scene);
        var barriers = await BarrierGround.Make(area, scene, gatherings);
        var place = new Place(
            scene,
            Id(await scene.APlannedMeeting(days: 1)),
            Id(await scene.ALoggedMeeting()),
            $"{await scene.AGuestWhoAsks()}",
            await OfferGround.Make(area.Http, scene),
            gatherings,
            barriers,
            Id(await scene.AWorry(area.Http)),
            await NextStepGround.Make(area, scene, gatherings, barriers),
            await SentenceGround.Make(area, scene, gatherings),
            await PowerGround.Make(area, scene, gatherings),
            await LensGround.Make(area, scene),
            await LinkedRoomGround.Make(area, scene, gatherings),
            await PanelGround.Make(area, scene, gatherings),
            $"{Guid.CreateVersion7()}");
        // The group learns of its meeting a little later, and looks different then.
        await RunningArea.Until(
            async () => (await scene.Read(scene.At)).Contains(place.Planned, StringComparison.Ordinal));
        return place;
    }

    /// <summary>Fills in the IDs and days of this place in an address or a body.</summary>
    public string Fill(string text)
    {
        var filled = Panels.Fill(Barriers.Fill(Gatherings.Fill(Offers.Fill(text))));
        return Rooms.Fill(Lens.Fill(Power.Fill(Sentences.Fill(Steps.Fill(filled)))))
            .Replace("{group}", $"{Scene.Group}", StringComparison.Ordinal)
            .Replace("{member}", $"{Scene.Member.Id}", StringComparison.Ordinal)
            .Replace("{other}", $"{Scene.Other.Id}", StringComparison.Ordinal)
            .Replace("{lead}", $"{Scene.Lead.Id}", StringComparison.Ordinal)
            .Replace("{stranger}", $"{Scene.Stranger.Id}", StringComparison.Ordinal)
            .Replace("{planned}", Planned, StringComparison.Ordinal)
            .Replace("{logged}", Logged, StringComparison.Ordinal)
            .Replace("{guest}", Guest, StringComparison.Ordinal)
            .Replace("{token}", $"{SeatId.Random()}", StringComparison.Ordinal)
            .Replace("{worry}", Worry, StringComparison.Ordinal)
            .Replace("{new}", New, StringComparison.Ordinal)
            .Replace("{evening}", Evening(), StringComparison.Ordinal)
            .Replace("{yesterday}", Day(-1), StringComparison.Ordinal)
            .Replace("{tomorrow}", Day(1), StringComparison.Ordinal);
    }

    /// <summary>Who sends what a target writes.</summary>
    public Person Sender(Target target) => target.IsByRole ? Barriers.Holder : Scene.Coordinator;

    /// <summary>Everything that can be read of what a target writes to.</summary>
    public Task<string> Read(Target target) => Scene.Read([.. target.Writes.Select(Fill)]);

    private static string Id(string address) => address.Split('/')[1];

    // No evening can be logged twice, so each body that logs one has its own.
    private static string Evening()
    {
        // After the hour that the clocks skip.
        var minute = 120 + Interlocked.Increment(ref evenings) % (22 * 60);
        var start = new TimeOnly(minute / 60, minute % 60);
        return start.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Day(int days) =>
        RunningArea.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
