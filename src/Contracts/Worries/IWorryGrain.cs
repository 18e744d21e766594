using System.Collections.Immutable;
using Orleans.Concurrency;

namespace PeerNet.Contracts.Worries;

/// <summary>A worry, between its writer and the area's coordinators. Refusals have a code of
/// <see cref="WorryRefusals"/>.</summary>
[GrainInterfaceType("peernet.worry"), Alias("peernet.worry")]
public interface IWorryGrain : IGrainWithStringKey
{
    /// <summary>
    /// Writes it. Writing the same again changes nothing, and the answer never depends on whether there is such a
    /// person, offer or group.
    /// </summary>
    [Alias("write")]
    Task<Result<Written<WorryDetails>>> Write(WriteWorry worry, Caller by);

    /// <summary>The worry, for its writer, and for coordinators whom it is not about.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<WorryDetails>> Get(Caller by);

    /// <summary>A coordinator says that they are acting on it.</summary>
    [Alias("act")]
    Task<Result<WorryDetails>> Act(Caller by);

    /// <summary>A coordinator answers, which closes it.</summary>
    [Alias("answer")]
    Task<Result<WorryDetails>> Answer(AnswerWorry answer, Caller by);
}

/// <summary>The worries of an area.</summary>
[GrainInterfaceType("peernet.worry-list"), Alias("peernet.worry-list")]
public interface IWorryListGrain : IGrainWithStringKey
{
    /// <summary>
    /// Up to 100 worries of a state, the longest in it first, for coordinators; without those that are about the
    /// caller. Of those that are answered, the latest answer comes first.
    /// </summary>
    [Alias("list")]
    Task<ImmutableArray<WorryDetails>> List(WorryState state, Caller by);

    /// <summary>The last 100 worries that the caller wrote, the latest change first.</summary>
    [Alias("list-mine")]
    Task<ImmutableArray<WorryDetails>> ListMine(Caller by);
}
