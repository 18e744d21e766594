using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Link;

/// <summary>What the area's rows hold for other areas, and the ledger of what left.</summary>
internal interface ILinkRows
{
    /// <summary>The name of the change log and the newest change of a kind, 0 before the first.</summary>
    Task<(string Feed, long Newest)> Feed(string kind);

    /// <summary>
    /// What changed of a kind after a change number, in the order of the numbers; a row without payload is gone.
    /// </summary>
    Task<IReadOnlyList<ChangedRow>> Changes(string kind, long after, int limit);

    /// <summary>
    /// Letters of these kinds to an area that are due now: oldest first, those of one grain in order, without parked
    /// ones
    /// and without those that would overtake a letter of another kind to the same grain.
    /// </summary>
    Task<IReadOnlyList<WaitingLetter>> Letters(AreaId to, IEnumerable<string> kinds, DateTimeOffset now, int limit);

    /// <summary>
    /// The messages that wait or are parked, by the area they are addressed to, this one included, and by kind.
    /// </summary>
    Task<IReadOnlyList<MessageCount>> CountMessages();

    /// <summary>Enters what is about to leave; what is entered already stays as it is.</summary>
    Task Enter(IReadOnlyCollection<Leaving> leaving);

    /// <summary>
    /// Records that a reader in another area has all cards up to a cursor. The first of several readers counts, and
    /// only
    /// the feed it reads. Writes nothing if that is known.
    /// </summary>
    Task AcknowledgeCards(AreaId to, CardCursor upTo, DateTimeOffset now);

    /// <summary>
    /// Records another area's answer to a letter. What it accepted stays accepted, whatever it answers another Gateway;
    /// <c>link.not-yet</c> leaves the letter open.
    /// </summary>
    Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now);

    /// <summary>The ledger, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to);
}

/// <summary>A row that changed, and the number of its newest change.</summary>
internal readonly record struct ChangedRow(Guid Id, long Change, byte[]? Payload);

/// <summary>
/// Messages of one kind to one area: how many wait, how many are parked, and when the oldest of those waiting was
/// written.
/// </summary>
internal readonly record struct MessageCount(AreaId To, string Kind, int Waiting, int Parked, DateTimeOffset? Oldest);

/// <summary>One thing that is about to leave the area.</summary>
internal sealed record Leaving(
    string Entry, AreaId To, string Kind, Guid Subject, DateTimeOffset At, long? Change = null)
{
    /// <summary>A card of a feed, at one of its changes.</summary>
    public static Leaving Card(AreaId to, string feed, CardChange card, DateTimeOffset at) =>
        new($"{CardEntries(to, feed)}{card.Modified}", to, "card", card.Id.Value, at, card.Modified);

    /// <summary>How the entries of a feed's cards begin; the change number follows.</summary>
    public static string CardEntries(AreaId to, string feed) => $"card/{to}/{feed}/";
}
