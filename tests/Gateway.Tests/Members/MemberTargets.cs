using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>What can be written about people, each with a valid body.</summary>
internal sealed class MemberTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("describing a person", "members/{member}", """
            { "name": "Ada", "contact": { "email": "ada@example.invalid", "phone": "01273 000000",
            "other": "The green door" }, "helps": "A chair",
              "consents": { "nameToGroups": true, "contactToLeads": true, "helpsToLeads": true } }
            """,
            "contact contact.email contact.phone contact.other helps", "name", ChecksVersion: true,
            FreeText: "name email phone other helps"),
    ];
}
