using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>The address of the site, as it is printed and scanned.</summary>
public sealed class SiteAddressTests(RunningArea area)
{
    // A proxy that ends TLS talks http to the Gateway, and a slip with a code must not send anybody there.
    [Theory]
    [InlineData(true, "http://east.example")]
    [InlineData(false, "https://east.example")]
    public void Only_local_mode_is_reached_over_http(bool local, string site)
    {
        var home = new Home(
            area.East.Grains, Options.Create(new GatewayOptions { Area = "east-sussex", Local = local }));
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new("east.example");
        Assert.Equal(site, home.SiteOf(request));
    }
}
