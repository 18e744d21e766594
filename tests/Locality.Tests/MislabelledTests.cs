using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Local;
using PeerNet.Locality.Tests.Networks;
using PeerNet.Locality.Tests.Scanning;
using PeerNet.Locality.Tests.Story;
using PeerNet.Scenarios;

namespace PeerNet.Locality.Tests;

/// <summary>A Gateway of West Sussex that was given Brighton's word for its own.</summary>
public sealed class MislabelledTests(Collector collector)
{
    private const string Brighton = "brighton-and-hove", East = "east-sussex", West = "west-sussex";

    [Fact]
    public async Task With_its_own_neighbours_it_does_not_start()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-locality-");
        var first = Ports.FreeRange(AreaPorts.Span + 1);
        var areas = RunningNetwork.Names
            .Select((name, place) => new LocalArea(name, name, AreaPorts.Of(first, place), folder)).ToList();
        var refused = await Assert.ThrowsAnyAsync<OptionsValidationException>(async () =>
        {
            await using var west = new Cell(
                areas[^1],
                areas[..^1],
                builder => builder.Configuration.AddInMemoryCollection([new("PeerNet:Area", Brighton)]));
            await west.Start(TestContext.Current.CancellationToken);
        });
        Assert.Contains("PeerNet:Neighbours must list other areas", refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task With_Brightons_neighbours_it_is_refused_by_both_and_nothing_it_sends_is_stored()
    {
        await using var network = RunningNetwork.Untapped(collector, WestInBrightonsPlace);
        await network.Start();
        var world = World.New();
        var guest = new Actor(Brighton, "guest", world);
        var hosts = new[] { new Actor(East, "lead", world), new Actor(West, "lead", world) };
        _ = (await network.Doors[Brighton].Put($"members/{guest.Id}", network.TokenFor(guest), guest.Profile)).Yes;
        foreach (var (host, seat) in hosts.Zip((SeatId[])[guest.Seat, SeatId.Random()]))
        {
            var group = Canary.IdOf($"{world.Words}/{host.Area}/tea");
            _ = (await network.Doors[host.Area].Put($"members/{host.Id}", network.TokenFor(host), host.Profile)).Yes;
            _ = (await network.Doors[host.Area].Put(
                $"groups/{group}", network.TokenFor(host), new GroupDescription { Name = "Tea" })).Yes;
            _ = (await network.Doors[Brighton].Put(
                $"members/me/seats/{seat}",
                network.TokenFor(guest),
                new { area = host.Area, groupId = group, shownAs = guest.ShownAs.Text, consent = true })).Yes;
            await Eventually.So(
                $"its letters to {host.Area} wait",
                () => Logs(network, Brighton, $"Cannot send letters to {host.Area}"));
            await Eventually.So(
                $"{host.Area} does not read its cards",
                () => Logs(network, host.Area, $"Cannot read the cards of {Brighton}"));
        }
        var coordinator = network.TokenFor(new Actor(Brighton, "coordinator", world));
        var areas =
            (await network.Doors[Brighton].Get("area", coordinator)).Yes.GetProperty("neighbours").EnumerateArray();
        Assert.All(areas, area => Assert.Equal(1, area.GetProperty("waitingLetters").GetInt32()));
        Assert.DoesNotContain(
            new Scan([guest.ShownAs]).Of(await network.Evidence()), finding => finding.Piece.Zone != Brighton);
    }

    private static void WestInBrightonsPlace(string area, WebApplicationBuilder builder)
    {
        if (area != Brighton) return;
        foreach (var file in (string[])["PeerNet:Link:CertificateFile", "PeerNet:Link:KeyFile"])
            builder.Configuration.AddInMemoryCollection(
                [new(file, builder.Configuration[file]!.Replace(Brighton, West, StringComparison.Ordinal))]);
    }

    private static Task<bool> Logs(RunningNetwork network, string area, string words) =>
        Task.FromResult(network.Logs[area].Lines.Any(line => line.Contains(words, StringComparison.Ordinal)));
}
