using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Link;

/// <summary>Queries for what the area's rows hold for other areas, and the ledger of what was sent.</summary>
internal interface ILinkRows
{
    /// <summary>The name of the change log and the number of the newest change of a kind, or 0.</summary>
    Task<(string Feed, long Newest)> Feed(string kind);

    /// <summary>
    /// The rows of a kind that changed after a change number, in order; a row without a payload no longer exists.
    /// </summary>
    Task<IReadOnlyList<ChangedRow>> Changes(string kind, long after, int limit);

    /// <summary>The same before a change number, the newest first.</summary>
    Task<IReadOnlyList<ChangedRow>> NewestChanges(string kind, long before, int limit);

    /// <summary>
    /// Letters of these kinds to an area that are due now: oldest first, and those of one grain in order. Leaves out
    /// parked letters and those that would overtake a letter of another kind to the same grain.
    /// </summary>
    Task<IReadOnlyList<WaitingLetter>> Letters(AreaId to, IEnumerable<string> kinds, DateTimeOffset now, int limit);

    /// <summary>
    /// The number of messages that wait or are parked, by area (including this one) and kind.
    /// </summary>
    Task<IReadOnlyList<MessageCount>> CountMessages();

    /// <summary>Adds entries for what is about to be sent; existing entries are unchanged.</summary>
    Task Enter(IReadOnlyCollection<Leaving> leaving);

    /// <summary>
    /// Records that a reader in another area has all cards of its feed up to a cursor. With several readers, the first
    /// counts. Writes nothing if that is already recorded. The kind is that of the ledger, such as card or offer.
    /// </summary>
    Task AcknowledgeCards(string kind, AreaId to, CardCursor upTo, DateTimeOffset now);

    /// <summary>
    /// Records another area's answer to a letter. An accepted letter stays accepted, even if another Gateway later gets
    /// a different answer; <c>link.not-yet</c> leaves the letter open.
    /// </summary>
    Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now);

    /// <summary>The ledger, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to);
}

/// <summary>A row that changed, and the number of its newest change.</summary>
internal readonly record struct ChangedRow(Guid Id, long Change, byte[]? Payload);

/// <summary>
/// Messages of one kind to one area: the number that wait, the number parked, and when the oldest waiting one was
/// written.
/// </summary>
internal readonly record struct MessageCount(AreaId To, string Kind, int Waiting, int Parked, DateTimeOffset? Oldest);

/// <summary>A card, letter or released month that is about to be sent to another area.</summary>
internal sealed record Leaving(
    string Entry, AreaId To, string Kind, Guid Subject, DateTimeOffset At, long? Change = null)
{
    /// <summary>How the ledger calls the card of a group.</summary>
    public const string GroupCard = "card";

    /// <summary>How the ledger calls the card of an offer.</summary>
    public const string OfferCard = "offer";

    /// <summary>How the ledger calls the card of a practice.</summary>
    public const string PracticeCard = "practice";

    /// <summary>How the ledger calls the card of a barrier.</summary>
    public const string BarrierCard = "barrier";

    /// <summary>How the ledger calls the card of a next step.</summary>
    public const string NextStepCard = "nextStep";

    /// <summary>How the ledger calls the card of a gathering's sentences.</summary>
    public const string SentencesCard = "sentences";

    /// <summary>A card of a feed, at one of its changes.</summary>
    public static Leaving Card(AreaId to, string feed, CardChange card, DateTimeOffset at) =>
        new($"{CardEntries(GroupCard, to, feed)}{card.Modified}", to, GroupCard, card.Id.Value, at, card.Modified);

    /// <summary>A card of a kind that areas share, at one of its changes.</summary>
    public static Leaving Shared(string kind, AreaId to, string feed, Guid subject, long change, DateTimeOffset at) =>
        new($"{CardEntries(kind, to, feed)}{change}", to, kind, subject, at, change);

    /// <summary>A released month; once more for each note that is added to it.</summary>
    public static Leaving Figures(AreaId to, ReleasedMonth month, DateTimeOffset at)
    {
        var subject = Ids.Of<OperationId>(string.Create(CultureInfo.InvariantCulture, $"figures/{month.StartsOn:o}"));
        return new($"{OperationOf(to, month)}", to, "figures", subject.Value, at);
    }

    /// <summary>What identifies a released month, with its notes, on its way to an area.</summary>
    public static OperationId OperationOf(AreaId to, ReleasedMonth month)
    {
        return Ids.Of<OperationId>(string.Create(
            CultureInfo.InvariantCulture, $"figures/{to}/{month.StartsOn:o}/{month.CorrectionsNotedOn.Length}"));
    }

    /// <summary>The prefix of a feed's card entries; the change number follows.</summary>
    public static string CardEntries(string kind, AreaId to, string feed) => $"{kind}/{to}/{feed}/";
}
