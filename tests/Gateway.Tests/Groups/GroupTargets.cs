using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>What can be written about groups, each with a valid body.</summary>
internal sealed class GroupTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
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
            ChecksVersion: true, FreeText: "name about firstTime address town"),
        new(
            "closing a group",
            "groups/{group}/closure",
            """{ "reason": "We moved", "on": "{tomorrow}" }""",
            "reason on",
            "",
            FreeText: "reason"),
        new("joining", "groups/{group}/members/{stranger}", """{ "part": "member" }""", "part", ""),
        new("sharing a meeting", "groups/{group}/shared/{planned}", """{ "open": true }""", "", ""),
    ];
}
