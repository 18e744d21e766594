using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Durability;

/// <summary>
/// The parts of a row that a newer silo wrote and this one does not know. They are written back unchanged, so that
/// silos of two versions can share an area.
/// </summary>
/// <param name="Envelope">Fields of the row.</param>
/// <param name="Record">Fields of the record in it.</param>
/// <param name="Messages">Messages of kinds that this version cannot deliver.</param>
internal sealed record Newer(
    ImmutableArray<KeyValuePair<string, JsonElement>> Envelope,
    ImmutableArray<KeyValuePair<string, JsonElement>> Record,
    ImmutableArray<JsonElement> Messages)
{
    /// <summary>No unknown parts.</summary>
    public static Newer Nothing { get; } = new([], [], []);

    /// <summary>
    /// The same without the fields of the record and without letters to other areas, for a record that must not keep
    /// anything: a letter may have a name in it, and nothing here knows how to recall it.
    /// </summary>
    public Newer Wiped(AreaId home) => this with { Record = [], Messages = Messages.RemoveAll(IsNotFor(home)) };

    private static Predicate<JsonElement> IsNotFor(AreaId home) => posted =>
        !posted.TryGetProperty("to", out var to) || !GrainKey.TryParse(to.GetString(), out var key) || key.Area != home;
}
