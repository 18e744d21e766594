using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Sentences;

/// <summary>What readers see of the sentences of a gathering.</summary>
internal sealed partial record SentenceSet
{
    /// <summary>Those that people can vote on.</summary>
    public ImmutableArray<VotableSentence> ListVotable() =>
        [.. Sentences.Where(one => one.CanBeJoined).Select(one => new VotableSentence(one.Id, one.Says.Text))];

    /// <summary>The tables that have said anything.</summary>
    public ImmutableArray<TableId> ListTables() =>
        [.. Sentences.Select(one => one.Says.TableId).OfType<TableId>().Distinct()];

    /// <summary>One sentence, as a caller sees it.</summary>
    public Result<SentenceDetails> SeenBy(GatheringStanding room, SentenceId id, DateOnly today)
    {
        if (room.State is null) return GatheringRefusals.NotFound;
        if (Find(id) is not { } sentence || !IsSeenBy(room, sentence)) return SentenceRefusals.NotFound;
        return Details(sentence, room, today);
    }

    /// <summary>All that a caller may see.</summary>
    public Result<ImmutableArray<SentenceDetails>> SeenBy(GatheringStanding room, DateOnly today)
    {
        if (room.State is null) return GatheringRefusals.NotFound;
        return Sentences.Where(one => IsSeenBy(room, one))
            .Select(one => Details(one, room, today)).ToImmutableArray();
    }

    /// <summary>Those that stand or stood, and those that they were joined from.</summary>
    public SentenceList StandingIn(GatheringStanding room, DateOnly today)
    {
        var seen = Sentences.Where(one => IsSeenBy(room, one)).Select(one => Details(one, room, today)).ToList();
        var standing = seen.Where(one => one.IsLikedByMost is not null).ToImmutableArray();
        var lineage = standing.SelectMany(one => LineageOf(one.Id)).ToHashSet();
        return new(standing, [.. seen.Where(one => lineage.Contains(one.Id) && one.IsLikedByMost is null)]);
    }

    /// <summary>
    /// How many tables' words are in those that stand or stood: no number below four, nor where it would say whose
    /// words one of them has; null if there are fewer than four tables.
    /// </summary>
    public FewOrMore? WordsStanding(GatheringStanding room)
    {
        if (room.Tables.Length < FewOrMore.MinGroups) return null;
        var standing = Sentences.Where(one => one.CanBeJoined && VoteOf(one, room) is not null)
            .Select(TablesOf).ToList();
        var broadest = standing.Select(tables => tables.Count).DefaultIfEmpty().Max();
        var all = standing.SelectMany(tables => tables).Distinct().Count();
        // Everybody heard which tables joined the broadest one: with one table more, the others are that table's.
        return FewOrMore.Of(all, all - broadest is 0 or >= FewOrMore.MinGroups ? all : 0);
    }

    // A text that its tables have not agreed to is theirs alone.
    private bool IsSeenBy(GatheringStanding room, Sentence sentence) => room.IsKeeper || IsAgreed(sentence);

    private SentenceDetails Details(Sentence sentence, GatheringStanding room, DateOnly today)
    {
        var tables = TablesOf(sentence);
        var state = StateOf(sentence, room, today);
        return new SentenceDetails
        {
            Id = sentence.Id,
            GatheringId = Id,
            Says = room.IsKeeper ? sentence.Says : sentence.Says with { TableId = null },
            State = state,
            Year = HeldOn!.Value.Year,
            Breadth = FewOrMore.Of(tables.Count, tables.Count),
            IsLikedByMost = state is SentenceState.Standing or SentenceState.Earlier
                ? VoteOf(sentence, room)!.IsLikedByMost
                : null,
            JoinedInto =
            [
                .. Sentences.Where(one => one.Says.From.Contains(sentence.Id) && IsSeenBy(room, one))
                    .Select(one => one.Id),
            ],
            Version = sentence.Version,
            CanTakeOut = room.CanTakeOut,
            TakenOutFor = sentence.TakenOutFor,
            IsTakenOutByArea = sentence.IsTakenOutByArea,
            Readers = !sentence.IsWithdrawn && IsForAllAreas(sentence) ? Readers.AllAreas : Readers.MyArea,
            Agreed = room.IsKeeper ? AgreedTo(sentence) : null,
            WaitsFor = room.IsKeeper ? [.. tables.Where(table => !sentence.Agreed.Contains(table))] : null,
        };
    }

    private static ImmutableArray<TableAgreement> AgreedTo(Sentence sentence) =>
        [.. sentence.Agreed.Select(table => new TableAgreement(table, sentence.ReadersOf(table)))];

    private SentenceState StateOf(Sentence sentence, GatheringStanding room, DateOnly today)
    {
        if (sentence.IsWithdrawn) return SentenceState.Withdrawn;
        if (!IsAgreed(sentence)) return SentenceState.Draft;
        if (!sentence.IsVotable) return SentenceState.Offered;
        if (VoteOf(sentence, room) is null) return SentenceState.Votable;
        return HeldOn!.Value.Year < today.Year ? SentenceState.Earlier : SentenceState.Standing;
    }

    private static VotedSentence? VoteOf(Sentence sentence, GatheringStanding room) =>
        room.Voted.FirstOrDefault(voted => voted.Id == sentence.Id);
}
