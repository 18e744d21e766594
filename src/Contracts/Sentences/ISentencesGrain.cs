using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.Sentences;

/// <summary>
/// The sentences of one gathering, under the gathering's ID. Refusals have a code of <see cref="SentenceRefusals"/> or
/// <see cref="GatheringRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.sentences"), Alias("peernet.sentences")]
public interface ISentencesGrain : IGrainWithStringKey
{
    /// <summary>A keeper writes a sentence for a table, joins sentences, or corrects one before the vote.</summary>
    [Alias("write")]
    Task<Result<Written<SentenceDetails>>> Write(
        SentenceId sentence, WriteSentence says, IfMatch ifMatch, Caller by);

    /// <summary>A keeper says that a table has agreed to it, once it was read back and agreed aloud.</summary>
    [Alias("agree")]
    Task<Result<SentenceDetails>> Agree(
        SentenceId sentence, TableId table, AgreeToSentence heard, Caller by, IfMatch ifMatch = default);

    /// <summary>A keeper puts it to the vote: from then on it stays as it is.</summary>
    [Alias("put-to-vote")]
    Task<Result<SentenceDetails>> PutToVote(SentenceId sentence, Caller by, IfMatch ifMatch = default);

    /// <summary>A keeper withdraws it, until a question about it is ready; what was joined from it stays.</summary>
    [Alias("withdraw")]
    Task<Result<SentenceDetails>> Withdraw(SentenceId sentence, Caller by, IfMatch ifMatch = default);

    /// <summary>A keeper or a coordinator takes words out, such as a name, here and where people voted on it.</summary>
    [Alias("take-out")]
    Task<Result<SentenceDetails>> TakeOut(
        SentenceId sentence, TakeOutWords takeOut, Caller by, IfMatch ifMatch = default);

    /// <summary>One sentence.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<SentenceDetails>> Get(SentenceId sentence, Caller by);

    /// <summary>All of them that the caller may see, in the order in which they were written.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Result<ImmutableArray<SentenceDetails>>> List(Caller by);

    /// <summary>Those that people can vote on, as they are asked about.</summary>
    [Alias("votable"), AlwaysInterleave]
    Task<ImmutableArray<VotableSentence>> ListVotable();

    /// <summary>The tables that have said anything, even when it was withdrawn.</summary>
    [Alias("tables"), AlwaysInterleave]
    Task<ImmutableArray<TableId>> ListTables();
}

/// <summary>The sentences of an area.</summary>
[GrainInterfaceType("peernet.sentence-list"), Alias("peernet.sentence-list")]
public interface ISentenceListGrain : IGrainWithStringKey
{
    /// <summary>
    /// Those that stand, side by side, and those of earlier years after them: of the newest 100 gatherings with any.
    /// </summary>
    [Alias("standing")]
    Task<SentenceList> ListStanding(Caller by);
}
