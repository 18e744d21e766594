namespace PeerNet.Architecture.Tests;

/// <summary>The three areas of deploy/areas as they are shipped.</summary>
public sealed class DeploymentRules
{
    private static readonly Dictionary<string, Dictionary<string, string>> Areas =
        Repository.Files("deploy/areas", ".env").Select(Read).ToDictionary(area => area["AREA"]);

    [Fact]
    public void Each_area_knows_where_its_neighbours_can_be_reached()
    {
        Assert.Equal(3, Areas.Count);
        foreach (var (area, neighbour) in Areas.Values.SelectMany(area => new[] { (area, "0"), (area, "1") }))
        {
            var there = Areas[area[$"NEIGHBOUR_{neighbour}"]];
            Assert.Equal(there["AREA_NAME"], area[$"NEIGHBOUR_{neighbour}_NAME"]);
            Assert.Equal(there["PUBLIC_URL"], area[$"NEIGHBOUR_{neighbour}_URL"]);
            Assert.Equal($"{there["PUBLIC_URL"]}:{there["LINK_PORT"]}", area[$"NEIGHBOUR_{neighbour}_LINK"]);
            Assert.NotEqual("127.0.0.1", there["LINK_ADDRESS"]);
        }
    }

    [Fact]
    public void Areas_on_one_machine_share_no_port_and_no_network()
    {
        foreach (var name in (string[])["PORT", "LINK_PORT", "SUBNET", "OUTSIDE"])
            Assert.Equal(Areas.Count, Areas.Values.Select(area => area[name]).Distinct().Count());
        Assert.Empty(Areas.Values.Select(area => area["SUBNET"]).Intersect(Areas.Values.Select(one => one["OUTSIDE"])));
    }

    [Fact]
    public void The_Gateway_believes_the_proxy_on_its_machine()
    {
        var compose = Repository.Read("deploy/compose.yaml");
        Assert.Contains("PeerNet__Limits__Proxies__0: \"${OUTSIDE:-10.71.0}.1\"", compose, StringComparison.Ordinal);
        Assert.Contains("gateway: \"${OUTSIDE:-10.71.0}.1\"", compose, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Read(SourceFile file)
    {
        return file.Text.Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .ToDictionary(line => line[..line.IndexOf('=')], line => line[(line.IndexOf('=') + 1)..]);
    }
}
