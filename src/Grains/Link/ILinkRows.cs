using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Link;

/// <summary>What the area's rows hold for other areas, and the ledger of what was sent.</summary>
internal interface ILinkRows
{
    /// <summary>The name of the feed and its newest change number.</summary>
    Task<(string Feed, long Newest)> Feed();

    /// <summary>Changed groups after a change number, in its order; a row without payload is gone.</summary>
    Task<IReadOnlyList<ChangedCard>> Cards(long after, int limit);

    /// <summary>Letters to an area that are not parked, oldest first, those of one grain in order.</summary>
    Task<IReadOnlyList<WaitingLetter>> Letters(AreaId to, int limit);

    /// <summary>How many letters wait or are parked, for each area that has any.</summary>
    Task<IReadOnlyList<LettersWaiting>> CountLetters();

    /// <summary>Enters what is about to leave; what is entered already stays as it is.</summary>
    Task Enter(IReadOnlyCollection<Leaving> leaving);

    /// <summary>Notes that another area has all cards up to a change number; writes nothing when that is known.</summary>
    Task AcknowledgeCards(AreaId to, long upTo, DateTimeOffset now);

    /// <summary>Notes what another area said of a letter.</summary>
    Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now);

    /// <summary>The ledger, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to);
}

/// <summary>A group whose card changed.</summary>
internal readonly record struct ChangedCard(Guid Id, long Change, byte[]? Payload);

/// <summary>One thing that is about to leave the area.</summary>
internal sealed record Leaving(string Entry, AreaId To, string Kind, Guid Subject, DateTimeOffset At, long? Change = null);
