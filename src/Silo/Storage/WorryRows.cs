using PeerNet.Grains.Areas;
using PeerNet.Grains.Worries;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of worries; the same SQL on both engines.</summary>
internal sealed class WorryRows(AreaDatabase database) : IWorryRows
{
    /// <summary>Worries of a state, the longest in it first.</summary>
    public const string OldestWorries =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'worry' AND document ->> 'state' = @state AND document ->> 'writer' IS NOT NULL
        ORDER BY document ->> 'since', id LIMIT @limit OFFSET @skip
        """;

    /// <summary>Worries of a state, the shortest in it first.</summary>
    public const string NewestWorries =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'worry' AND document ->> 'state' = @state AND document ->> 'writer' IS NOT NULL
        ORDER BY document ->> 'since' DESC, id DESC LIMIT @limit OFFSET @skip
        """;

    /// <summary>The worries that a person wrote.</summary>
    public const string WorriesByWriter =
        """
        SELECT id, payload FROM peernet_row WHERE kind = 'worry' AND document ->> 'writer' = @person
        ORDER BY document ->> 'since' DESC, id DESC LIMIT @limit
        """;

    /// <summary>The worries that a person wrote, or that are about them.</summary>
    public const string WorriesNaming =
        """
        SELECT id FROM peernet_row WHERE kind = 'worry' AND document ->> 'writer' = @person
        UNION
        SELECT id FROM peernet_row WHERE kind = 'worry' AND document ->> 'person' = @person
        LIMIT @limit
        """;

    public Task<IReadOnlyList<AreaRow>> Oldest(string state, int skip, int limit) =>
        database.Views.Read(OldestWorries, AreaRows.Row, ("state", state), ("skip", skip), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Newest(string state, int skip, int limit) =>
        database.Views.Read(NewestWorries, AreaRows.Row, ("state", state), ("skip", skip), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> WrittenBy(Guid writer, int limit) =>
        database.Views.Read(WorriesByWriter, AreaRows.Row, ("person", writer.ToString()), ("limit", limit));

    public Task<IReadOnlyList<Guid>> Naming(Guid person, int limit)
    {
        return database.Views.Read(
            WorriesNaming, row => Sql.Id(row.GetString(0)), ("person", person.ToString()), ("limit", limit));
    }
}
