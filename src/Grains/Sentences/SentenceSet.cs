using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Sentences;

/// <summary>
/// The sentences of one gathering. They are one record, because what one is joined from, and how many a table has, is
/// decided by the others. Pure: each transition returns the next set, the same set, or a refusal.
/// </summary>
internal sealed partial record SentenceSet : IShares<SentencesCard>
{
    /// <summary>The gathering.</summary>
    public GatheringId Id { get; init; }

    /// <summary>The day of the gathering, once anything is written.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>The sentences, in the order in which they were written.</summary>
    [MaxItems(SentenceFields.MaxSentences)]
    public ImmutableArray<Sentence> Sentences { get; init; } = [];

    /// <summary>A keeper writes one for a table, joins others, or corrects one before the vote.</summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="id">The sentence.</param>
    /// <param name="says">What it says, and what it comes from.</param>
    /// <param name="ifMatch">Which version it changes.</param>
    /// <param name="room">How the gathering stands, for the caller.</param>
    public Result<SentenceSet> Write(
        GatheringId gathering, SentenceId id, WriteSentence says, IfMatch ifMatch, GatheringStanding room)
    {
        if (room.State is null) return GatheringRefusals.NotFound;
        if (!room.IsKeeper) return GatheringRefusals.KeepersOnly;
        if (SentenceRules.Check(says) is { } wrong) return wrong;
        if (says.From.Any(parent => parent == id || IsJoinedFrom(parent, id))) return SentenceRefusals.Cycle;
        if (Find(id) is { } known) return Change(known, says, ifMatch, room);
        if (room.State != GatheringState.Open) return SentenceRefusals.NotOpen;
        if (says.TableId is { } table && !room.Tables.Contains(table)) return GatheringRefusals.TableNotFound;
        if (!says.From.All(parent => Find(parent) is { CanBeJoined: true })) return SentenceRefusals.NotVotable;
        if (IsFull(says)) return SentenceRefusals.TableFull(says.Kind);
        if (ifMatch.Check(0) is { } stale) return stale;
        var sentence = new Sentence { Id = id, Says = says };
        return this with { Id = gathering, HeldOn = room.HeldOn, Sentences = Sentences.Add(sentence) };
    }

    /// <summary>
    /// A keeper says that a table has agreed to the text that it has heard, and who can read it. A table can think
    /// again about its readers as long as the gathering is open, and take it back at any time.
    /// </summary>
    public Result<SentenceSet> Agree(
        SentenceId id, TableId table, AgreeToSentence heard, GatheringStanding room, IfMatch ifMatch = default,
        Refusal? notShared = null)
    {
        var narrows = heard.Readers == Readers.MyArea && Find(id)?.Agreed.Contains(table) == true;
        return Change(id, room, ifMatch, isAllowedLater: narrows, change: sentence =>
        {
            if (!TablesOf(sentence).Contains(table)) return GatheringRefusals.TableNotFound;
            if (SentenceRules.Check(heard) is { } wrong) return wrong;
            if (heard.Text != sentence.Says.Text) return SentenceRefusals.OtherText;
            if (notShared is not null) return notShared;
            return sentence.AgreedBy(table, heard.Readers);
        });
    }

    /// <summary>A keeper puts it to the vote, once every table that it comes from has agreed.</summary>
    public Result<SentenceSet> PutToVote(SentenceId id, GatheringStanding room, IfMatch ifMatch = default)
    {
        return Change(id, room, ifMatch, sentence =>
        {
            if (sentence.IsVotable) return sentence;
            return IsAgreed(sentence) ? sentence with { IsVotable = true } : SentenceRefusals.NeedsEveryTable;
        });
    }

    /// <summary>
    /// A keeper withdraws it, until the room is asked about it: whether it stands is not for one keeper to say. What
    /// was joined from it stays as it is.
    /// </summary>
    public Result<SentenceSet> Withdraw(SentenceId id, GatheringStanding room, IfMatch ifMatch = default)
    {
        if (Find(id) is { IsWithdrawn: true } known && room.IsKeeper) return Next(known, known, ifMatch);
        return Change(id, room, ifMatch, sentence =>
            room.Asked.Contains(id) ? SentenceRefusals.Asked : sentence with { IsWithdrawn = true });
    }

    /// <summary>
    /// A keeper or a coordinator takes words out, whenever somebody notices them. Everybody sees who did, and a keeper
    /// leaves something to read.
    /// </summary>
    public Result<SentenceSet> TakeOut(
        SentenceId id, TakeOutWords takeOut, GatheringStanding room, IfMatch ifMatch = default)
    {
        if (room.State is null) return GatheringRefusals.NotFound;
        if (!room.CanTakeOut) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } sentence || !IsSeenBy(room, sentence)) return SentenceRefusals.NotFound;
        if (SentenceRules.Check(takeOut) is { } wrong) return wrong;
        var without = sentence.Without(takeOut.Words, room.KeptFor);
        if (room.IsKeeper && !without.IsReadable && without != sentence) return SentenceRefusals.NothingLeft;
        return Next(sentence, without, ifMatch);
    }

    /// <summary>A sentence, or null.</summary>
    public Sentence? Find(SentenceId id) => Sentences.FirstOrDefault(sentence => sentence.Id == id);

    private Result<SentenceSet> Change(
        Sentence known, WriteSentence says, IfMatch ifMatch, GatheringStanding room)
    {
        if (ifMatch.Creation.CheckIfGiven(known.Version) is { } exists) return exists;
        if (PeerNetJson.Same(known.Says, says)) return this;
        if (room.State != GatheringState.Open) return SentenceRefusals.NotOpen;
        if (known.IsWithdrawn) return SentenceRefusals.Withdrawn;
        if (known.IsVotable) return SentenceRefusals.Frozen;
        if (known.Says.TableId != says.TableId || !known.Says.From.SequenceEqual(says.From))
            return SentenceRefusals.Invalid("from", "What it comes from stays the same. Write another sentence.");
        if (known.Says.Kind != says.Kind && IsFull(says)) return SentenceRefusals.TableFull(says.Kind);
        if (ifMatch.Check(known.Version) is { } stale) return stale;
        return With(known, known.Saying(says));
    }

    private Result<SentenceSet> Change(
        SentenceId id, GatheringStanding room, IfMatch ifMatch, Func<Sentence, Result<Sentence>> change,
        bool isAllowedLater = false)
    {
        if (room.State is null) return GatheringRefusals.NotFound;
        if (!room.IsKeeper) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } sentence) return SentenceRefusals.NotFound;
        if (room.State != GatheringState.Open && !isAllowedLater) return SentenceRefusals.NotOpen;
        if (sentence.IsWithdrawn) return SentenceRefusals.Withdrawn;
        return change(sentence).Then(changed => Next(sentence, changed, ifMatch));
    }

    // Last, as everywhere: whoever the rules refuse learns nothing about the version.
    private Result<SentenceSet> Next(Sentence old, Sentence sentence, IfMatch ifMatch) =>
        ifMatch.CheckIfGiven(old.Version) is { } stale ? stale : With(old, sentence);

    // What is joined has no table of its own, and is bounded with all the others.
    private bool IsFull(WriteSentence says)
    {
        return says.TableId is { } table && SentenceFields.MaxOfTable(says.Kind) <= Sentences.Count(one =>
            one.Says.TableId == table && one.Says.Kind == says.Kind && !one.IsWithdrawn);
    }

    private SentenceSet With(Sentence old, Sentence sentence) =>
        ReferenceEquals(old, sentence) ? this : this with { Sentences = Sentences.Replace(old, sentence) };
}
