using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>What can be written about meetings, each with a valid body.</summary>
internal sealed class MeetingTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
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
            "notes", "groupId heldOn startsAt", FreeText: "notes"),
        new("logging what did not happen", "meetings/{new}/record", """
            { "groupId": "{group}", "heldOn": "{yesterday}", "startsAt": "{evening}", "didNotHappen": {
            "reason": "venue", "detail": "Locked" } }
            """,
            "didNotHappen didNotHappen.detail", "groupId heldOn startsAt didNotHappen.reason", FreeText: "detail"),
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
            "unnamed heldOn startsAt notes", "why marks.0.memberId marks.0.mark", FreeText: "why notes"),
        new(
            "calling off",
            "meetings/{new}/cancellation",
            """{ "reason": "Flu", "groupId": "{group}", "heldOn": "{tomorrow}", "startsAt": "19:00" }""",
            "reason",
            "groupId heldOn startsAt",
            FreeText: "reason"),
    ];
}
