using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The settings that the Gateways of local mode have for each other.</summary>
public sealed class LocalAreaTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-areas-");

    [Fact]
    public void A_gateway_gets_the_addresses_and_authorities_of_its_neighbours()
    {
        var east = Area("east-sussex", "East Sussex", 0);
        var west = Area("west-sussex", "West Sussex", 1);
        var settings = east.Gateway([west]);
        Assert.Equal("https://127.0.0.1:5104", settings["PeerNet:Link:Url"]);
        Assert.Equal(In("east-sussex.link.pem"), settings["PeerNet:Link:CertificateFile"]);
        Assert.Equal(In("east-sussex.link.key.pem"), settings["PeerNet:Link:KeyFile"]);
        Assert.Equal(In("east-sussex.cards.db"), settings["PeerNet:Finder:File"]);
        Assert.Equal(
            [
                ("Area", "west-sussex"), ("AuthorityFile", In("west-sussex.ca.pem")),
                ("Link", "https://127.0.0.1:5105"),
                ("Name", "West Sussex"), ("Url", "http://localhost:5102"),
            ],
            settings.Where(setting => setting.Key.StartsWith("PeerNet:Neighbours:0:", StringComparison.Ordinal))
                .Select(setting => (setting.Key["PeerNet:Neighbours:0:".Length..], setting.Value!))
                .Order());
        Assert.All(
            settings.Where(setting => setting.Key.EndsWith("File", StringComparison.Ordinal) && !setting.Key.Contains(
                "Finder", StringComparison.Ordinal)), setting => Assert.True(File.Exists(setting.Value)));
    }

    [Fact]
    public void No_gateway_gets_a_key_or_a_database_of_another_area()
    {
        var east = Area("east-sussex", "East Sussex", 0);
        var west = Area("west-sussex", "West Sussex", 1);
        Assert.Equal(
            [In("west-sussex.ca.pem")],
            east.Gateway([west]).Values.Where(value => value!.StartsWith(In("west-sussex"), StringComparison.Ordinal)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(folder.FullName, name);

    private LocalArea Area(string area, string name, int place) => new(area, name, AreaPorts.Of(5101, place), folder);
}
