using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Where a Gateway listens for its neighbours.</summary>
public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("https://0.0.0.0:8443", true)]
    [InlineData("https://[::]:8443", true)]
    [InlineData("https://localhost:8443", true)]
    [InlineData("https://east-sussex.peernet.example:8443", false)]
    [InlineData("8443", false)]
    public void A_name_that_would_have_to_be_looked_up_is_refused_at_start(string url, bool isValid)
    {
        var options = new GatewayOptions
        {
            Area = "east-sussex",
            Link = new() { Url = new(url, UriKind.RelativeOrAbsolute), CertificateFile = "a", KeyFile = "b" },
        };
        var faults = options.Validate(new(options)).Select(fault => fault.ErrorMessage).ToList();
        Assert.Equal(isValid, faults.Count == 0);
        Assert.All(faults, fault => Assert.StartsWith("PeerNet:Link:Url must have", fault, StringComparison.Ordinal));
    }
}
