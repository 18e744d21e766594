using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Sentences;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Sentences;

/// <summary>What a keeper writes for the tables of <see cref="TheGathering"/> while it is open.</summary>
internal static class Sentences
{
    public static readonly DateOnly Day = London.DayOf(Now);

    /// <summary>How an open gathering with six tables stands for a keeper.</summary>
    public static readonly GatheringStanding ForKeeper = new()
    {
        State = GatheringState.Open,
        HeldOn = Day,
        KeptFor = TheGroup,
        CanTakeOut = true,
        Tables = [.. Enumerable.Range(1, 6).Select(At)],
    };

    public static readonly GatheringStanding ForOthers = ForKeeper with { KeptFor = null, CanTakeOut = false };

    public static readonly GatheringStanding Closed = ForKeeper with { State = GatheringState.Closed };

    public static SentenceId Said(int number) => new(new($"01990000-0000-7000-8000-{0xc400 + number:x12}"));

    public static WriteSentence ByTable(int table, string text = "Together") =>
        new() { Text = text, Kind = SentenceKind.Sentence, TableId = At(table) };

    public static WriteSentence JoinedFrom(params int[] parents) =>
        new() { Text = "Together, as equals", Kind = SentenceKind.Definition, From = [.. parents.Select(Said)] };

    public static Result<SentenceSet> Write(
        this SentenceSet set, int number, WriteSentence says, GatheringStanding? room = null,
        IfMatch? ifMatch = null)
    {
        var read = set.Find(Said(number)) is { } known ? IfMatch.Exactly(known.Version) : IfMatch.None;
        return set.Write(TheGathering, Said(number), says, ifMatch ?? read, room ?? ForKeeper);
    }

    /// <summary>A table agrees to what the sentence says now.</summary>
    public static Result<SentenceSet> Agree(
        this SentenceSet set, SentenceId id, TableId table, GatheringStanding room) =>
        set.Agree(id, table, new(set.Find(id)?.Says.Text ?? ""), room);

    public static SentenceSet Agreed(this SentenceSet set, int number, params int[] tables) =>
        tables.Aggregate(set, (agreed, table) => agreed.Agree(Said(number), At(table), ForKeeper).Yes());

    /// <summary>Tables agree to it, and that all areas can read it.</summary>
    public static SentenceSet Shared(this SentenceSet set, int number, params int[] tables)
    {
        var heard = new AgreeToSentence(set.Find(Said(number))!.Says.Text) { Readers = Readers.AllAreas };
        return tables.Aggregate(
            set, (agreed, table) => agreed.Agree(Said(number), At(table), heard, ForKeeper).Yes());
    }

    /// <summary>A sentence of one table that people can vote on.</summary>
    public static SentenceSet With(this SentenceSet set, int number, int table, string? text = null)
    {
        return set.Write(number, ByTable(table, text ?? $"Sentence {number}")).Yes()
            .Agreed(number, table)
            .PutToVote(Said(number), ForKeeper).Yes();
    }

    /// <summary>The sentences 1 and 3 of the tables 1 and 3, and 4, joined from both but not agreed.</summary>
    public static SentenceSet AJoin() =>
        new SentenceSet().With(1, 1).With(3, 3).Write(4, JoinedFrom(1, 3)).Yes();

    public static SentenceDetails Seen(this SentenceSet set, int number, GatheringStanding? room = null) =>
        set.SeenBy(room ?? ForKeeper, Said(number), Day).Yes();

    public static SentenceState StateOf(this SentenceSet set, int number) => set.Seen(number).State;

    public static ImmutableArray<VotedSentence> Liked(params int[] numbers) =>
        [.. numbers.Select(number => new VotedSentence(Said(number), true))];
}
