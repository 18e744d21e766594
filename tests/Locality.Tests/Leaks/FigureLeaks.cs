using System.Text;
using PeerNet.Contracts;
using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>What one area sends another about a month.</summary>
internal static class FigureLeaks
{
    private const string Caught =
        "as UTF-8 in brighton-and-hove | west-sussex: west-sussex answers brighton-and-hove: GET /link/v1/figures";

    public static IEnumerable<Leak> All { get; } =
    [
        new("A group's id in a month", Caught, (at, id) => InAMonth(at, $"\"group\":\"{id.Text}\""), Leaking.GroupId),
        new("A name in a month", Caught, (at, name) => InAMonth(at, $"\"largest\":\"{name.Text}\"")),
    ];

    // That the month is the area's own shows that the leak is where released months really are.
    private static async Task InAMonth(Planting at, string more)
    {
        const string Begins = "{\"startsOn\":";
        await at.Network.AsClient(Planting.West, async grains =>
        {
            await grains.Releases(new(Planting.West)).Start(Telling.Month);
            return true;
        });
        await Sent(at.Network.Tap, Planting.Brighton, month => month.Replace(
            Begins, $"{{{more},{Begins[1..]}", StringComparison.Ordinal));
    }

    /// <summary>Has a neighbour fetch the months of West Sussex, changed on the way.</summary>
    public static async Task Sent(Tap tap, string to, Func<string, string> change)
    {
        var before = tap.Change;
        // The Gateway that asks meanwhile gets its answer packed.
        tap.Change = (way, body) => way.From == to && way.Path == CrossedMonths.Path && body is [(byte)'{', ..]
            ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(body)))
            : before(way, body);
        using var neighbour = tap.Client(to, Planting.West);
        await neighbour.GetStringAsync(new Uri(CrossedMonths.Path, UriKind.Relative));
        tap.Change = before;
    }
}
