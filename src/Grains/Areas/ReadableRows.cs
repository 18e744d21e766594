using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Areas;

/// <summary>Reads the records in rows, and skips those that are damaged.</summary>
internal static class ReadableRows
{
    /// <summary>The record in a row, or null if it, or what is worked out from it, cannot be read.</summary>
    public static TRecord? Record<TRecord>(
        this UnreadableRows unreadable, string kind, AreaRow row, Func<TRecord, object> workedOut)
        where TRecord : class, new()
    {
        return unreadable.Read(kind, row.Id, row.Payload, (TRecord record) =>
        {
            _ = workedOut(record);
            return record;
        });
    }

    /// <summary>The meetings in rows.</summary>
    public static IEnumerable<Meeting> Meetings(this UnreadableRows unreadable, IEnumerable<AreaRow> found)
    {
        return found
            .Select(row => unreadable.Record<Meeting>(
                "meeting", row, meeting => (meeting.GroupId!.Value, meeting.Attendance)))
            .OfType<Meeting>();
    }

    /// <summary>The support offers in rows.</summary>
    public static IEnumerable<SupportOffer> Offers(this UnreadableRows unreadable, IEnumerable<AreaRow> found)
    {
        return found
            .Select(row => unreadable.Record<SupportOffer>(
                "support-offer", row, offer => OfferGrowth.Of([offer], GrowthBy.Month)))
            .OfType<SupportOffer>();
    }
}
