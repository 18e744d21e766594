using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Growth;

namespace PeerNet.Silo.Storage;

/// <summary>Reads figures; the same SQL on both engines.</summary>
internal sealed class GrowthRows(AreaDatabase database) : IGrowthRows
{
    /// <summary>The figures of a scope, period by period.</summary>
    public const string FiguresOfScope =
        """
        SELECT starts_on, figures FROM peernet_growth
        WHERE scope = @scope AND by_period = @by AND starts_on BETWEEN @from AND @to
        """;

    private const string HowFar =
        "SELECT counted_on, (SELECT count(DISTINCT scope) FROM peernet_uncounted) FROM peernet_growth_day";

    public async Task<ImmutableDictionary<DateOnly, Figures>> Read(
        string scope, GrowthBy by, DateOnly from, DateOnly to)
    {
        var found = await database.Views.Read(
            FiguresOfScope,
            row => KeyValuePair.Create(Sql.Day(row.GetString(0)), FiguresIn(row, 1)),
            ("scope", scope), ("by", Words<GrowthBy>.Of(by)), ("from", Sql.Day(from)), ("to", Sql.Day(to)));
        return found.ToImmutableDictionary();
    }

    public async Task<(DateOnly On, int Behind)> Counted() =>
        (await database.Views.Read(HowFar, row => (Sql.Day(row.GetString(0)), (int)row.GetInt64(1))))[0];

    public Task<IReadOnlyList<AreaRow>> Offers(Guid group) =>
        database.Views.Read(GrowthRecords.OffersOfGroup, AreaRows.Row, ("group", group.ToString()));

    /// <summary>Figures as they were stored.</summary>
    public static Figures FiguresIn(DbDataReader row, int column) =>
        JsonSerializer.Deserialize<Figures>(row.GetString(column), PeerNetJson.Options)!;
}
