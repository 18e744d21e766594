using System.Data.Common;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Seats;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Silo.Storage;

/// <summary>Works out figures from the rows. A damaged row is skipped alone.</summary>
internal sealed class GrowthRecords(UnreadableRows unreadable)
{
    /// <summary>The meetings of a group.</summary>
    public const string MeetingsOfGroup =
        "SELECT id, payload FROM peernet_row WHERE kind = 'meeting' AND document ->> 'groupId' = @group";

    /// <summary>The offers that are made for a group.</summary>
    public const string OffersOfGroup =
        "SELECT id, payload FROM peernet_row WHERE kind = 'support-offer' AND document ->> 'group' = @group";

    private const string Offer = "support-offer", Seat = "seat";

    private const string ById = "SELECT id, payload FROM peernet_row WHERE kind = @kind AND id = @id";

    /// <summary>
    /// What is stored of a group, read once for all that is worked out from it; null if the scope is no group, or the
    /// group has no row.
    /// </summary>
    public async Task<GroupRecords?> ReadGroup(DbTransaction transaction, string scope)
    {
        if (!Guid.TryParse(scope, out _)) return null;
        var rows = await transaction.Read(AreaRows.GroupById, AreaRows.Row, ("id", scope));
        if (rows is not [var found]) return null;
        var today = await transaction.Read(
            "SELECT counted_on FROM peernet_growth_day", row => Sql.Day(row.GetString(0)));
        var meetings = await transaction.Read(MeetingsOfGroup, AreaRows.Row, ("group", scope));
        var offers = await Offers(transaction, OffersOfGroup, ("group", scope));
        return new(found, [.. unreadable.Meetings(meetings)], offers, today[0]);
    }

    /// <summary>The figures of a group.</summary>
    public IReadOnlyList<(FigureKey Key, KindFigures Figures)> FiguresOf(string scope, GroupRecords records)
    {
        return unreadable.Read("group", records.Row.Id, records.Row.Payload, (Group read) => Counted(read).ToList())
            ?? [];

        IEnumerable<(FigureKey, KindFigures)> Counted(Group read)
        {
            var kind = Words<MeetingFormat>.Of(read.Description?.Format ?? default);
            return Keyed(scope, kind, by => GroupGrowth.Of(read, records.Meetings, records.Today, by)
                .Concat(OfferGrowth.Of(records.Offers, by))
                .GroupBy(one => one.Key, one => one.Value)
                .Select(all => KeyValuePair.Create(all.Key, all.Aggregate(FigureSums.Plus))));
        }
    }

    /// <summary>The figures of an offer without a group, or of a seat; any other scope has none.</summary>
    public async Task<IReadOnlyList<(FigureKey Key, KindFigures Figures)>> Read(
        DbTransaction transaction, string scope)
    {
        if (scope.StartsWith(GrowthScope.Offer, StringComparison.Ordinal))
        {
            var offers = await Offers(transaction, ById, ("kind", Offer), ("id", scope[GrowthScope.Offer.Length..]));
            return [.. Keyed(scope, "", by => OfferGrowth.Of(offers, by))];
        }
        if (!scope.StartsWith(GrowthScope.Seat, StringComparison.Ordinal)) return [];
        var rows = await transaction.Read(
            ById, AreaRows.Row, ("kind", Seat), ("id", scope[GrowthScope.Seat.Length..]));
        var seat = rows is [var row]
            ? unreadable.Record<Seat>(Seat, row, read => SeatGrowth.Of(read, GrowthBy.Month))
            : null;
        return seat is null ? [] : [.. Keyed(scope, "", by => SeatGrowth.Of(seat, by))];
    }

    private async Task<List<SupportOffer>> Offers(
        DbTransaction transaction, string query, params (string, object?)[] parameters)
    {
        return [.. unreadable.Offers(await transaction.Read(query, AreaRows.Row, parameters))];
    }

    private static IEnumerable<(FigureKey Key, KindFigures Figures)> Keyed(
        string scope, string kind, Func<GrowthBy, IEnumerable<KeyValuePair<DateOnly, Figures>>> counted)
    {
        return Enum.GetValues<GrowthBy>().SelectMany(by =>
            counted(by).Select(one => (new FigureKey(scope, by, one.Key), new KindFigures(kind, one.Value))));
    }
}

/// <summary>What is stored of a group.</summary>
/// <param name="Row">Its own row, which may be damaged.</param>
/// <param name="Meetings">All its meetings that can be read.</param>
/// <param name="Offers">The offers made for it that can be read.</param>
/// <param name="Today">The day for which it is counted.</param>
internal sealed record GroupRecords(AreaRow Row, List<Meeting> Meetings, List<SupportOffer> Offers, DateOnly Today);
