using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Durability;

/// <summary>
/// Messages that wait in their sender's row, for grains of the same area or of another.
/// </summary>
internal static class Outbox
{
    /// <summary>
    /// The number of refusals after which a message is parked: kept and shown to coordinators, but no longer sent.
    /// </summary>
    public const int MaxRefusals = 5;

    private const int MaxDoublings = 6;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Adds a message. It replaces an older one that it supersedes, so that messages do not pile up while an area is
    /// down for a month, and it waits behind those that it must not overtake.
    /// </summary>
    public static ImmutableArray<Posted> Post(
        this ImmutableArray<Posted> outbox, Message message, AreaId home, int version, int number, DateTimeOffset now)
    {
        var to = message.Addressee(home);
        var numbered = message.Numbered(to.Area == home ? version : number);
        var posted = new Posted(to, now, numbered);
        var kept = outbox.RemoveAll(older => Replaces(numbered, older.Message));
        var ahead = kept.Where(older => older.Parked is null && older.NotBefore > now && older.IsInOrderWith(posted));
        return kept.Add(posted with { NotBefore = ahead.Max(older => older.NotBefore) });
    }

    /// <summary>The message with that ID, or null if it has been settled or replaced.</summary>
    public static Posted? Find(this ImmutableArray<Posted> outbox, OperationId operation) =>
        outbox.FirstOrDefault(posted => posted.Message.Operation == operation);

    /// <summary>
    /// Postpones a message, and those that must not overtake it. Only refusals count towards parking: an addressee that
    /// fails may recover, and one that does not know the kind of message yet will be upgraded.
    /// </summary>
    public static ImmutableArray<Posted> Delay(
        this ImmutableArray<Posted> outbox, Posted posted, Delivery delivery, DateTimeOffset now)
    {
        var refusals = posted.Refusals + (delivery.Outcome == Outcome.Refused ? 1 : 0);
        var delayed = posted with
        {
            Attempts = posted.Attempts + 1,
            Refusals = refusals,
            Code = delivery.Code,
            Parked = refusals >= MaxRefusals ? delivery.Code : null,
            NotBefore = refusals >= MaxRefusals ? null : now + Backoff(posted.Attempts, delivery.Outcome),
        };
        var place = outbox.IndexOf(posted);
        return
        [
            .. outbox[..place],
            delayed,
            .. outbox[(place + 1)..].Select(
                later => delayed.NotBefore > later.NotBefore.GetValueOrDefault() && later.IsInOrderWith(posted)
                ? later with { NotBefore = delayed.NotBefore }
                : later),
        ];
    }

    private static TimeSpan Backoff(int attempts, Outcome outcome) =>
        FirstBackoff * (1 << (outcome == Outcome.NotYet ? MaxDoublings : Math.Min(attempts, MaxDoublings)));

    private static bool Replaces(Message message, Message older) =>
        message.GetType() == older.GetType() && (message.Replaces(older) || message.Operation == older.Operation);
}
