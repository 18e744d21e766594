using PeerNet.Contracts.Areas;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Claims a new database for the silo's area, and stops a silo of another area from starting on it: it would treat
/// those records as its own and send them to neighbours.
/// </summary>
internal sealed class AreaClaim(AreaDatabase database, AreaId area) : ILifecycleParticipant<ISiloLifecycle>
{
    // Right after the schema, which creates the table.
    private const int Stage = ServiceLifecycleStage.First + 1;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(AreaClaim), Stage, _ => Claim(database, area));

    /// <summary>Makes the database this area's, unless it already has an owner.</summary>
    /// <exception cref="DatabaseRefusedException">It belongs to another area.</exception>
    public static async Task Claim(AreaDatabase database, AreaId area)
    {
        await database.Rows.Write(
            "INSERT INTO peernet_area(only_one, area) VALUES (1, @area) ON CONFLICT (only_one) DO NOTHING",
            [[("area", area.Value)]]);
        var owner = (await database.Rows.Read("SELECT area FROM peernet_area", row => row.GetString(0)))[0];
        if (owner == area.Value) return;
        throw new DatabaseRefusedException(
            $"The database belongs to {owner}, and this silo serves {area}. Set PeerNet:Database:ConnectionString to "
                + "the area's own database.");
    }
}
