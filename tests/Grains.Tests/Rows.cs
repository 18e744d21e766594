using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests;

/// <summary>
/// Records as they stand in rows: seats, members and matches abroad at home in the west, the rest in the east.
/// </summary>
internal static class Rows
{
    private static readonly Type[] OfTheWest = [typeof(Seat), typeof(Member), typeof(MatchAbroad)];

    /// <summary>A record that has been stored once.</summary>
    public static Row<T> InARow<T>(this T record, int version = 1)
        where T : class, new() => new() { Version = version, Edition = 1, Record = record };

    /// <summary>The row after a transition.</summary>
    public static Row<T> Stored<T>(this Row<T> row, Func<T, Next<T>> transition) where T : class, new() =>
        row.Stored((record, _) => transition(record));

    /// <summary>The row after a transition that depends on the row around the record.</summary>
    public static Row<T> Stored<T>(this Row<T> row, Func<T, Row<T>, Next<T>> transition) where T : class, new() =>
        row.After(transition, HomeOf<T>(), Now).Yes();

    /// <summary>The row after a message has come.</summary>
    public static Row<T> Receives<T>(this Row<T> row, Message message) where T : class, new() =>
        row.Receive(message, HomeOf<T>(), Now).Yes();

    /// <summary>The row after the last attempt to deliver a message was answered.</summary>
    public static Row<T> Settled<T>(this Row<T> row, OperationId operation, string? refused) where T : class, new() =>
        row.Settle(Delivery.Of(operation, row.Outbox.Find(operation)?.Attempts ?? 0, refused), HomeOf<T>(), Now).Yes();

    /// <summary>The waiting messages of a kind.</summary>
    public static IEnumerable<TMessage> Sent<TMessage>(this IEnumerable<Posted> outbox) where TMessage : Message =>
        outbox.Select(posted => posted.Message).OfType<TMessage>();

    private static AreaId HomeOf<T>() => OfTheWest.Contains(typeof(T)) ? Abroad.West : Abroad.East;
}
