using System.Collections.Immutable;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Durability;

/// <summary>What happens to letters while they wait in the record that wrote them.</summary>
internal static class LetterBox
{
    /// <summary>After so many refusals a letter is parked: kept, shown to coordinators, and not sent any more.</summary>
    public const int MostRefusals = 5;

    /// <summary>Adds letters, oldest first. One that says anew what an older one says takes its place, so that an area that is away for a month does not pile them up.</summary>
    public static ImmutableArray<PostedLetter> Post(this ImmutableArray<PostedLetter> waiting, DateTimeOffset now, params ReadOnlySpan<Letter> written)
    {
        foreach (var letter in written) waiting = waiting.RemoveAll(old => Replaces(letter, old.Letter)).Add(new(now, letter));
        return waiting;
    }

    /// <summary>The letter of that name, or null when it has been settled or replaced.</summary>
    public static Letter? Find(this ImmutableArray<PostedLetter> waiting, OperationId operation) =>
        waiting.FirstOrDefault(posted => posted.Letter.Operation == operation)?.Letter;

    /// <summary>Takes in what the other area answered; news of a letter that does not wait changes nothing.</summary>
    public static TRecord Settled<TRecord>(this TRecord record, OperationId operation, string? refused) where TRecord : class, IWriting<TRecord>
    {
        var posted = record.Letters.FirstOrDefault(one => one.Letter.Operation == operation);
        if (posted is null || IsNoAnswer(refused)) return record;
        if (refused is null) return record.WithLetters(record.Letters.Remove(posted));
        if (posted.Parked is not null) return record;
        var refusals = posted.Refusals + 1;
        return record.WithLetters(record.Letters.Replace(posted, posted with { Refusals = refusals, Parked = refusals >= MostRefusals ? refused : null }));
    }

    /// <summary>A closed border says nothing of the letter itself: what waits goes on waiting.</summary>
    public static bool IsNoAnswer(string? refused) => refused == LinkRefusals.BorderClosed.Code;

    private static bool Replaces(Letter letter, Letter old) => letter.Operation == old.Operation || (letter, old) switch
    {
        (SeatMarked now, SeatMarked then) => (now.Seat, now.Meeting) == (then.Seat, then.Meeting),
        (ConnectionSaid now, ConnectionSaid then) => (now.To, now.With) == (then.To, then.With),
        (MeetingShared now, MeetingShared then) => (now.To, now.With, now.Meeting) == (then.To, then.With, then.Meeting),
        _ => false,
    };
}
