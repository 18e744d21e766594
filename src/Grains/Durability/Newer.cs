using System.Collections.Immutable;
using System.Text.Json;

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

    /// <summary>The same without the fields of the record, for a record that must not keep anything.</summary>
    public Newer WithoutRecord => this with { Record = [] };
}
