using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Worries;

/// <summary>What can be written about worries, with a valid body.</summary>
internal sealed class WorryTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new(
            "writing a worry", "worries/{new}",
            """{ "about": "group", "subjectId": "{group}", "text": "The side door stays open" }""",
            "", "about subjectId text", FreeText: "text"),
        new(
            "answering a worry", "worries/{worry}/answer", """{ "answer": "We have spoken to the hall" }""", "",
            "answer", FreeText: "answer"),
    ];
}
