using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Lenses;

/// <summary>
/// A ladder or a model through which groups can look at what they do. Refusals have a code of
/// <see cref="LensRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.lens"), Alias("peernet.lens")]
public interface ILensGrain : IGrainWithStringKey
{
    /// <summary>A coordinator adds it, or changes it before it is used.</summary>
    [Alias("add")]
    Task<Result<Written<LensDetails>>> Add(AddLens lens, Caller by);

    /// <summary>
    /// A gathering asks about its steps, or lays it on its tables: from then on it stays as it is. Returns it.
    /// </summary>
    [Alias("use")]
    Task<Result<AddLens>> Use();

    /// <summary>The lens, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<LensDetails>> Get(Caller by);

    /// <summary>A lead says for their group why it helps now.</summary>
    [Alias("say-helps")]
    Task<Result<LensDetails>> SayHelps(GroupId group, SayLensHelps says, Caller by);

    /// <summary>A lead says for their group that it no longer does, or a coordinator takes back what it says.</summary>
    [Alias("take-back")]
    Task<Result<Done>> TakeBack(GroupId group, Caller by);
}

/// <summary>The lenses of an area.</summary>
[GrainInterfaceType("peernet.lens-list"), Alias("peernet.lens-list")]
public interface ILensListGrain : IGrainWithStringKey
{
    /// <summary>Those that come with PeerNet and the newest 200 of the area, by name.</summary>
    [Alias("list")]
    Task<ImmutableArray<LensDetails>> List(Caller by);
}
