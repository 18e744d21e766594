using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts.Growth;

namespace PeerNet.Gateway.Link;

/// <summary>What an area has released, as it is sent.</summary>
/// <param name="Items">The months, oldest first.</param>
public sealed record FiguresPage(ImmutableArray<ReleasedMonth> Items);

/// <summary>What a neighbour has released, as received. A month that cannot be read is skipped.</summary>
/// <param name="Months">The months that can be read.</param>
/// <param name="Unreadable">The number of those that cannot, for example because a newer neighbour wrote them.</param>
internal sealed record ReceivedFigures(ImmutableArray<ReleasedMonth> Months, int Unreadable)
{
    /// <summary>Reads an answer, month by month.</summary>
    /// <exception cref="JsonException">It is not a list of months.</exception>
    public static ReceivedFigures Read(JsonElement page)
    {
        if (ReceivedItem.FieldsOf(page)?.GetValueOrDefault("items") is not { ValueKind: JsonValueKind.Array } items)
            throw new JsonException("The answer has no list of months.");
        var read = items.EnumerateArray().Take(NeighbourReleases.MaxMonths).Select(MonthOf).ToList();
        return new([.. read.OfType<ReleasedMonth>()], read.Count(month => month is null));
    }

    private static ReleasedMonth? MonthOf(JsonElement item)
    {
        try
        {
            return item.Deserialize<ReleasedMonth>(LinkJson.Receiving);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
