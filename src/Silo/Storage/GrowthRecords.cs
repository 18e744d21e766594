using System.Data.Common;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
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

    private const string Offer = "support-offer", OfferById =
        "SELECT id, payload FROM peernet_row WHERE kind = 'support-offer' AND id = @id";

    /// <summary>The figures of a group, or of an offer without a group.</summary>
    public Task<IReadOnlyList<(FigureKey Key, KindFigures Figures)>> Read(DbTransaction transaction, string scope)
    {
        return scope.StartsWith(GrowthScope.Offer, StringComparison.Ordinal)
            ? ReadOffer(transaction, scope)
            : ReadGroup(transaction, scope);
    }

    private async Task<IReadOnlyList<(FigureKey Key, KindFigures Figures)>> ReadOffer(
        DbTransaction transaction, string scope)
    {
        var offers = await Offers(transaction, OfferById, ("id", scope[GrowthScope.Offer.Length..]));
        return [.. Keyed(scope, "", by => OfferGrowth.Of(offers.Where(offer => offer.Group is null), by))];
    }

    private async Task<IReadOnlyList<(FigureKey Key, KindFigures Figures)>> ReadGroup(
        DbTransaction transaction, string group)
    {
        var today = (await transaction.Read(
            "SELECT counted_on FROM peernet_growth_day", row => Sql.Day(row.GetString(0))))[0];
        var rows = await transaction.Read(AreaRows.GroupById, AreaRows.Row, ("id", group));
        if (rows is not [var found]) return [];
        var meetings = unreadable
            .Meetings(await transaction.Read(MeetingsOfGroup, AreaRows.Row, ("group", group)))
            .ToList();
        var offers = await Offers(transaction, OffersOfGroup, ("group", group));
        return unreadable.Read("group", found.Id, found.Payload, (Group read) => Counted(read).ToList()) ?? [];

        IEnumerable<(FigureKey, KindFigures)> Counted(Group read)
        {
            var kind = Words<MeetingFormat>.Of(read.Description?.Format ?? default);
            return Keyed(group, kind, by => GroupGrowth.Of(read, meetings, today, by)
                .Concat(OfferGrowth.Of(offers, by))
                .GroupBy(one => one.Key, one => one.Value)
                .Select(all => KeyValuePair.Create(all.Key, all.Aggregate(FigureSums.Plus))));
        }
    }

    private async Task<List<SupportOffer>> Offers(
        DbTransaction transaction, string query, (string, object?) parameter)
    {
        return (await transaction.Read(query, AreaRows.Row, parameter))
            .Select(row => unreadable.Record<SupportOffer>(
                Offer, row, offer => OfferGrowth.Of([offer], GrowthBy.Month)))
            .OfType<SupportOffer>()
            .ToList();
    }

    private static IEnumerable<(FigureKey Key, KindFigures Figures)> Keyed(
        string scope, string kind, Func<GrowthBy, IEnumerable<KeyValuePair<DateOnly, Figures>>> counted)
    {
        return Enum.GetValues<GrowthBy>().SelectMany(by =>
            counted(by).Select(one => (new FigureKey(scope, by, one.Key), new KindFigures(kind, one.Value))));
    }
}
