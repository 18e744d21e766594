using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Link;

/// <summary>What the area's rows hold for other areas, and the ledger of what left.</summary>
internal interface ILinkRows
{
    /// <summary>The name of the change log and the newest change of a kind, 0 before the first.</summary>
    Task<(string Feed, long Newest)> Feed(string kind);

    /// <summary>What changed of a kind after a change number, in the order of the numbers; a row without payload is gone.</summary>
    Task<IReadOnlyList<ChangedRow>> Changes(string kind, long after, int limit);

    /// <summary>Letters to an area that are due now: oldest first, those of one grain in order, without parked ones.</summary>
    Task<IReadOnlyList<WaitingLetter>> Letters(AreaId to, DateTimeOffset now, int limit);

    /// <summary>The messages that wait or are parked, for each area they are addressed to, this one included.</summary>
    Task<IReadOnlyList<MessageCount>> CountMessages();

    /// <summary>Enters what is about to leave; what is entered already stays as it is.</summary>
    Task Enter(IReadOnlyCollection<Leaving> leaving);

    /// <summary>Records that another area has all cards up to a change number; writes nothing when that is known.</summary>
    Task AcknowledgeCards(AreaId to, long upTo, DateTimeOffset now);

    /// <summary>Records another area's answer to a letter.</summary>
    Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now);

    /// <summary>The ledger, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to);
}

/// <summary>A row that changed, and the number of its newest change.</summary>
internal readonly record struct ChangedRow(Guid Id, long Change, byte[]? Payload);

/// <summary>Messages to one area: how many wait, how many are parked, and when the oldest of those waiting was written.</summary>
internal readonly record struct MessageCount(AreaId To, int Waiting, int Parked, DateTimeOffset? Oldest);

/// <summary>One thing that is about to leave the area.</summary>
internal sealed record Leaving(string Entry, AreaId To, string Kind, Guid Subject, DateTimeOffset At, long? Change = null);
