using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Members;

/// <summary>A record that holds something a person wrote, so that erasing the person reaches it.</summary>
/// <param name="Kind">The kind of grain, such as <c>support-offer</c>.</param>
/// <param name="Id">Its ID.</param>
/// <param name="About">What it is about, such as an offer of another area; null if that does not matter.</param>
[GenerateSerializer, Immutable, Alias("peernet.holding")]
public sealed record Holding(
    [property: Id(0)] string Kind, [property: Id(1)] Guid Id, [property: Id(2)] string? About = null);

/// <summary>A record to a member: it no longer holds anything about them.</summary>
/// <param name="Member">The person.</param>
/// <param name="Holding">The record.</param>
/// <param name="Version">The version of its row.</param>
[GenerateSerializer, Immutable, Alias("peernet.holding-released")]
public sealed record HoldingReleased(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] Holding Holding,
    [property: Id(2)] int Version = 0) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation =>
        Ids.Of<OperationId>($"holdingReleased/{Holding.Kind}/{Holding.Id}/{Member}/{Version}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IMemberGrain>(home, Member.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Holding.Id;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };
}

/// <summary>
/// What other records hold about a person. A side of the same grain as <see cref="IMemberGrain"/>, because only the
/// person's own record knows all of them.
/// </summary>
[GrainInterfaceType("peernet.member.holdings"), Alias("peernet.member.holdings")]
public interface IHoldingsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Notes a record before it stores anything about the person (code <c>member.too-many</c>). Returns the records of
    /// the same kind, about the same thing, that were noted before it.
    /// </summary>
    [Alias("hold")]
    Task<Result<ImmutableArray<Guid>>> Hold(Holding holding, Caller by);

    /// <summary>Removes the note of a record that stored nothing after all.</summary>
    [Alias("release")]
    Task<Result<Done>> Release(Holding holding, Caller by);

    /// <summary>The records of one kind.</summary>
    [Alias("list"), Orleans.Concurrency.AlwaysInterleave]
    Task<ImmutableArray<Guid>> List(string kind, Caller by);

    /// <summary>
    /// The part of their contact that the person shows in a match; null if there is none. If a lead looks for a group,
    /// the person can see that they looked.
    /// </summary>
    [Alias("show"), Orleans.Concurrency.AlwaysInterleave]
    Task<SharedContact?> Show(ContactPart part, MemberId? lead);
}
