using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What the area sends to other areas: cards, letters, and the ledger of both. The Gateway fetches them from here.
/// </summary>
[GrainInterfaceType("peernet.link"), Alias("peernet.link")]
public interface ILinkGrain : IGrainWithStringKey
{
    /// <summary>The area's own cards after a cursor, for its own finder.</summary>
    [Alias("cards")]
    Task<CardPage> ListCards(CardCursor after, int limit);

    /// <summary>
    /// The same for another area: entered in the ledger first, and refused if the border is closed (code
    /// <c>link.border-closed</c>). A cursor acknowledges everything before it.
    /// </summary>
    [Alias("send-cards")]
    Task<Result<CardPage>> SendCards(AreaId to, CardCursor after, int limit);

    /// <summary>
    /// Letters of these kinds that are due for an area, oldest first, and those of one grain in order; entered in the
    /// ledger. None if the border is closed, and none that would overtake a letter of another kind.
    /// </summary>
    [Alias("send-letters")]
    Task<ImmutableArray<WaitingLetter>> SendLetters(AreaId to, ImmutableArray<string> kinds, int limit);

    /// <summary>
    /// Passes on the other area's answer to a letter: null when it was accepted, or the code of its refusal.
    /// </summary>
    [Alias("settle")]
    Task Settle(WaitingLetter letter, string? refused);

    /// <summary>
    /// Postpones a letter after a fault. It may or may not have been stored, so it is sent until the other area
    /// answers.
    /// </summary>
    [Alias("put-off")]
    Task PutOff(WaitingLetter letter);

    /// <summary>Passes a letter from another area to its addressee; refused if the border is closed.</summary>
    [Alias("receive")]
    Task<Result<Done>> Receive(Letter letter);

    /// <summary>The number of letters that wait or are parked, by area and kind.</summary>
    [Alias("waiting")]
    Task<ImmutableArray<LettersWaiting>> CountWaiting();

    /// <summary>What was sent, newest first.</summary>
    [Alias("ledger")]
    Task<LedgerPage> ReadLedger(long? before, int limit, AreaId? to);
}

/// <summary>A letter waiting in the grain that sent it.</summary>
/// <param name="Kind">The kind of grain.</param>
/// <param name="GrainKey">Its key.</param>
/// <param name="Letter">The letter.</param>
/// <param name="Attempt">How many attempts to deliver it have been answered.</param>
[GenerateSerializer, Immutable, Alias("peernet.waiting-letter")]
public sealed record WaitingLetter(
    [property: Id(0)] string Kind,
    [property: Id(1)] string GrainKey,
    [property: Id(2)] Letter Letter,
    [property: Id(3)] int Attempt = 0);

/// <summary>Letters of one kind for one area that it has not acknowledged.</summary>
/// <param name="To">The area.</param>
/// <param name="Kind">The kind, such as <c>seatAsked</c>.</param>
/// <param name="Waiting">The number that are still sent.</param>
/// <param name="Parked">The number it refused so often that they are no longer sent.</param>
[GenerateSerializer, Immutable, Alias("peernet.letters-waiting")]
public sealed record LettersWaiting(
    [property: Id(0)] AreaId To,
    [property: Id(3)] string Kind,
    [property: Id(1)] int Waiting,
    [property: Id(2)] int Parked);

/// <summary>One card, letter or released month sent to another area.</summary>
/// <param name="Id">Its place in the ledger.</param>
/// <param name="To">The area it went to.</param>
/// <param name="Kind">card, offer, figures, or the kind of letter.</param>
/// <param name="Subject">
/// What it was about: the ID of the group, the seat or the offer, or for figures one derived from the month.
/// </param>
/// <param name="LeftAt">When it was first sent.</param>
/// <param name="AcknowledgedAt">When the other area accepted or refused it, or null.</param>
/// <param name="Refused">The code with which it refused it, or <c>link.not-yet</c> while it waits for an upgrade
/// there.</param>
[GenerateSerializer, Immutable, Alias("peernet.ledger-entry")]
public sealed record LedgerEntry(
    [property: Id(0)] long Id,
    [property: Id(1)] AreaId To,
    [property: Id(2)] string Kind,
    [property: Id(3)] Guid Subject,
    [property: Id(4)] DateTimeOffset LeftAt,
    [property: Id(5)] DateTimeOffset? AcknowledgedAt,
    [property: Id(6)] string? Refused);

/// <summary>A page of the ledger.</summary>
/// <param name="Items">What was sent, newest first.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
[GenerateSerializer, Immutable, Alias("peernet.ledger-page")]
public sealed record LedgerPage([property: Id(0)] ImmutableArray<LedgerEntry> Items, [property: Id(1)] long? Next);
