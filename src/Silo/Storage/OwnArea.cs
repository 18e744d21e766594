using PeerNet.Contracts.Areas;

namespace PeerNet.Silo.Storage;

/// <summary>Writes the area's word into its database the first time, and keeps a silo of another area from starting on it: it would take those records for its own, and hand them to neighbours.</summary>
internal sealed class OwnArea(AreaDatabase database, AreaId area) : ILifecycleParticipant<ISiloLifecycle>
{
    // Right after the schema, which makes the table.
    private const int Stage = ServiceLifecycleStage.First + 1;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(OwnArea), Stage, _ => Claim(database, area));

    /// <summary>Makes the database this area's, if it is nobody's yet.</summary>
    /// <exception cref="InvalidOperationException">It is another area's.</exception>
    public static async Task Claim(AreaDatabase database, AreaId area)
    {
        await database.Rows.Write("INSERT INTO peernet_area(only_one, area) VALUES (1, @area) ON CONFLICT (only_one) DO NOTHING", [[("area", area.Value)]]);
        var owner = (await database.Rows.Read("SELECT area FROM peernet_area", row => row.GetString(0)))[0];
        if (owner != area.Value) throw new InvalidOperationException($"The database is of {owner}, and this silo of {area}. Give it its own: PeerNet:Database:ConnectionString.");
    }
}
