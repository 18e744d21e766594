using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Gatherings;

/// <summary>What somebody entered for one table. Entries are added, and never changed.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Question">The question.</param>
/// <param name="By">Who entered it; null once they are erased, and for whoever held the table's paper.</param>
/// <param name="Counted">What was counted.</param>
/// <param name="At">When it was entered.</param>
/// <param name="IsLate">Whether that was after the question closed.</param>
internal sealed record Tally(
    TallyId Id, QuestionId Question, MemberId? By, EnterTally Counted, DateTimeOffset At, bool IsLate = false)
{
    /// <summary>
    /// The digest of the secret of the device from which it was entered, if whoever did held the table's paper.
    /// </summary>
    public string? Device { get; init; }

    /// <summary>The same without those words in what it depends on.</summary>
    public Tally Without(string words)
    {
        if (Counted.Conditions.IsEmpty) return this;
        var conditions = Counted.Conditions.Select(text => TakenOut.Of(text, words));
        return this with { Counted = Counted with { Conditions = [.. conditions] } };
    }

    /// <summary>Whether an entry is this one, sent again; perhaps with words that were taken out since.</summary>
    public bool IsSentAgain(Tally entry)
    {
        var isTakenOut = Counted.Conditions.Any(text => text.Contains(TakenOut.Marker, StringComparison.Ordinal));
        var counted = isTakenOut ? Counted with { Conditions = entry.Counted.Conditions } : Counted;
        return PeerNetJson.Same(this with { Counted = counted, At = entry.At, IsLate = entry.IsLate }, entry);
    }

    /// <summary>What whoever entered it reads back.</summary>
    public TallyDetails Seen() => new() { Id = Id, Counted = Counted, EnteredAt = At, IsLate = IsLate };
}

/// <summary>What counts for one table, once its entries agree.</summary>
/// <param name="Table">The table.</param>
/// <param name="TookPart">How many took part.</param>
/// <param name="Counts">How many chose each option.</param>
/// <param name="Conditions">What it depends on.</param>
internal sealed record TableCount(
    TableId Table, int TookPart, ImmutableArray<int> Counts, ImmutableArray<string> Conditions)
{
    /// <summary>
    /// How many people the count is of. Where everybody chooses one thing, they are those who chose something.
    /// </summary>
    public int People(QuestionKind kind) =>
        kind is QuestionKind.Quiz or QuestionKind.Thumbs or QuestionKind.Mirror ? Counts.Sum() : TookPart;
}
