using System.Text.Json.Nodes;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>A writing endpoint: its address, a valid body, and which fields may be null or left out.</summary>
/// <param name="Name">What it does, as one verb.</param>
/// <param name="Path">Its address; words in braces are filled in by <see cref="Place"/>.</param>
/// <param name="Body">The valid body.</param>
/// <param name="MayBeNull">Fields that may be null, by path.</param>
/// <param name="Required">Fields that may not be left out, by path.</param>
/// <param name="ChecksVersion">Whether If-Match is read.</param>
internal sealed record Target(
    string Name, string Path, string Body, string MayBeNull, string Required, bool ChecksVersion = false)
{
    public static readonly IReadOnlyList<Target> All =
    [
        new("describing a group", "groups/{group}", """
            {
              "name": "Tea", "about": "About", "firstTime": "Come in", "for": ["carers"], "topics": ["anxiety"],
              "languages": ["en"], "needs": ["stepFree"], "format": "hybrid",
              "place": { "name": "Hall", "address": "1 High Street", "town": "Lewes", "outcode": "BN7",
              "latitude": 50.87, "longitude": 0.01, "privacy": "exact" },
              "onlineLink": "https://meet.example.invalid/tea",
              "schedule": { "series": [{ "id": "tuesdays", "versions": [{ "from": "2026-01-06", "startsAt": "19:00",
              "minutes": 90, "rule": "FREQ=WEEKLY;BYDAY=TU" }], "topics": ["sleep"], "for": ["women"],
              "format": "online", "notOnBankHolidays": true }], "except": ["2026-12-29"] },
              "joining": "open", "capacity": 12, "welcomesNewcomers": false,
              "pauses": [{ "from": "2026-01-20", "until": "2026-02-01" }]
            }
            """,
            "about firstTime place place.name place.address place.town place.outcode onlineLink schedule capacity "
                + "schedule.series.0.format",
            "name schedule.series schedule.series.0.id schedule.series.0.versions "
                + "schedule.series.0.versions.0.from schedule.series.0.versions.0.startsAt "
                + "schedule.series.0.versions.0.minutes schedule.series.0.versions.0.rule pauses.0.from pauses.0.until",
            ChecksVersion: true),
        new(
            "closing a group",
            "groups/{group}/closure",
            """{ "reason": "We moved", "on": "{tomorrow}" }""",
            "reason on",
            ""),
        new("joining", "groups/{group}/members/{stranger}", """{ "part": "member" }""", "part", ""),
        new("describing a person", "members/{member}", """
            { "name": "Ada", "contact": { "email": "ada@example.invalid", "phone": "01273 000000",
            "other": "The green door" }, "helps": "A chair",
              "consents": { "nameToGroups": true, "contactToLeads": true, "helpsToLeads": true } }
            """,
            "contact contact.email contact.phone contact.other helps", "name", ChecksVersion: true),
        new(
            "asking for a seat",
            "members/me/seats/{token}",
            """{ "area": "north-sussex", "groupId": "{new}", "shownAs": "Robin", "consent": true }""",
            "",
            "area groupId shownAs consent"),
        new("answering a guest", "groups/{group}/seats/{guest}", """{ "welcome": true }""", "", "welcome"),
        new("sharing a meeting", "groups/{group}/shared/{planned}", """{ "open": true }""", "", ""),
        new(
            "planning",
            "meetings/{planned}",
            """{ "groupId": "{group}", "heldOn": "{tomorrow}", "startsAt": "20:00" }""",
            "",
            "groupId heldOn startsAt",
            ChecksVersion: true),
        new("logging", "meetings/{new}/record", """
            { "groupId": "{group}", "heldOn": "{yesterday}", "startsAt": "{evening}", "present": ["{member}"],
            "apologies": ["{lead}"], "absent": ["{other}"],
              "unnamed": { "newcomers": 1, "visitors": 2, "carers": 3, "children": 4 }, "notes": "A note" }
            """,
            "notes", "groupId heldOn startsAt"),
        new("logging what did not happen", "meetings/{new}/record", """
            { "groupId": "{group}", "heldOn": "{yesterday}", "startsAt": "{evening}", "didNotHappen": {
            "reason": "venue", "detail": "Locked" } }
            """,
            "didNotHappen didNotHappen.detail", "groupId heldOn startsAt didNotHappen.reason"),
        new(
            "marking",
            "meetings/{logged}/attendance/{other}",
            """{ "mark": "present", "countedAs": "newcomers" }""",
            "countedAs",
            "mark"),
        new(
            "counting",
            "meetings/{logged}/headcount",
            """{ "newcomers": 9, "visitors": 2, "carers": 3, "children": 4 }""",
            "",
            ""),
        new("correcting", "meetings/{logged}/corrections/{new}", """
            { "why": "A slip", "marks": [{ "memberId": "{other}", "mark": "present" }], "unnamed": { "newcomers": 5,
            "visitors": 0, "carers": 0, "children": 0 },
              "heldOn": "{yesterday}", "startsAt": "18:00", "notes": "A better note" }
            """,
            "unnamed heldOn startsAt notes", "why marks.0.memberId marks.0.mark"),
        new(
            "calling off",
            "meetings/{new}/cancellation",
            """{ "reason": "Flu", "groupId": "{group}", "heldOn": "{tomorrow}", "startsAt": "19:00" }""",
            "reason",
            "groupId heldOn startsAt"),
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
internal sealed record Place(Scene Scene, string Planned, string Logged, string Guest, string New)
{
    private static int evenings;

    public static async Task<Place> Make(RunningArea area)
    {
        var scene = await (await Scene.Make(area)).Known();
        var place = new Place(
            scene,
            Id(await scene.APlannedMeeting(days: 1)),
            Id(await scene.ALoggedMeeting()),
            $"{await scene.AGuestWhoAsks()}",
            $"{Guid.CreateVersion7()}");
        // The group learns of its meeting a little later, and looks different then.
        await RunningArea.Until(
            async () => (await scene.Read(scene.At)).Contains(place.Planned, StringComparison.Ordinal));
        return place;
    }

    /// <summary>Fills in the IDs and days of this place in an address or a body.</summary>
    public string Fill(string text)
    {
        return text
            .Replace("{group}", $"{Scene.Group}", StringComparison.Ordinal)
            .Replace("{member}", $"{Scene.Member.Id}", StringComparison.Ordinal)
            .Replace("{other}", $"{Scene.Other.Id}", StringComparison.Ordinal)
            .Replace("{lead}", $"{Scene.Lead.Id}", StringComparison.Ordinal)
            .Replace("{stranger}", $"{Scene.Stranger.Id}", StringComparison.Ordinal)
            .Replace("{planned}", Planned, StringComparison.Ordinal)
            .Replace("{logged}", Logged, StringComparison.Ordinal)
            .Replace("{guest}", Guest, StringComparison.Ordinal)
            .Replace("{token}", $"{SeatId.Random()}", StringComparison.Ordinal)
            .Replace("{new}", New, StringComparison.Ordinal)
            .Replace("{evening}", Evening(), StringComparison.Ordinal)
            .Replace("{yesterday}", Day(-1), StringComparison.Ordinal)
            .Replace("{tomorrow}", Day(1), StringComparison.Ordinal);
    }

    /// <summary>Everything that can be read of what a target writes to.</summary>
    public Task<string> Read(Target target) => Scene.Read([.. target.Writes.Select(Fill)]);

    private static string Id(string address) => address.Split('/')[1];

    // No evening can be logged twice, so each body that logs one has its own.
    private static string Evening()
    {
        var minute = Interlocked.Increment(ref evenings) % (24 * 60);
        var start = new TimeOnly(minute / 60, minute % 60);
        return start.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Day(int days) =>
        RunningArea.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
