using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Contracts.Connections;

/// <summary>Group to group: yes or no to a connection.</summary>
[GenerateSerializer, Immutable, Alias("peernet.connection-said")]
public sealed record ConnectionSaid : GroupLetter
{
    /// <summary>The group it is addressed to.</summary>
    [Id(0)] public required GroupId With { get; init; }

    /// <summary>Yes or no.</summary>
    [Id(1)] public required bool Yes { get; init; }

    /// <summary>Increases with every letter from this group to that one; the higher of two is the later.</summary>
    [Id(2), JsonRequired] public int Version { get; init; }

    /// <summary>
    /// The version of the last letter received from that group; 0: none. A refusal does not answer a proposal that its
    /// sender had not received.
    /// </summary>
    [Id(3), JsonPropertyName("heard")] public int LastReceived { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGroupGrain>(To, With.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Group.Value;

    /// <inheritdoc/>
    public override bool Replaces(Message older) => older is ConnectionSaid said && said.To == To && said.With == With;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"connectionSaid/{Group}/{With}/{Version}";
}
