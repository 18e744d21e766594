using PeerNet.Gateway.Areas;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>How outsiders reach the coordinators of an area.</summary>
public sealed class AreaContactTests
{
    [Theory]
    [InlineData("coordinators@example.org", "mailto:coordinators@example.org")]
    [InlineData("Team?cc=a@example.org", "mailto:team%3Fcc%3Da@example.org")]
    [InlineData("(01273) 555 0100", "tel:012735550100")]
    [InlineData("+44 (0)1273 555 0100", "tel:+4412735550100")]
    [InlineData("+44 1273 555 0100", "tel:+4412735550100")]
    [InlineData("01273 555-0100", "tel:012735550100")]
    [InlineData("https://example.org/ask", "https://example.org/ask")]
    public void It_is_an_email_address_a_phone_number_or_an_https_address(string contact, string href)
    {
        Assert.Equal(href, AreaContact.HrefOf(contact));
        Assert.Empty(FaultsOf(contact));
    }

    [Theory]
    [InlineData("Ask at the library")]
    [InlineData("http://example.org/ask")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/ask")]
    [InlineData("12")]
    [InlineData("coordinators@example.org or 01273 555 0100")]
    [InlineData("https://example.org/a\nb")]
    [InlineData("01273 555 0100\n")]
    [InlineData("coordinators@example.org\n")]
    public void A_gateway_does_not_start_with_anything_else(string contact) => Assert.Single(FaultsOf(contact));

    [Fact]
    public void It_has_up_to_250_characters_and_need_not_be_there()
    {
        var longest = $"https://example.org/{new string('a', 230)}";
        Assert.Empty(FaultsOf(longest));
        Assert.Single(FaultsOf($"{longest}a"));
        Assert.Empty(FaultsOf(null));
        Assert.Empty(FaultsOf(""));
    }

    private static List<string?> FaultsOf(string? contact)
    {
        var options = new GatewayOptions { Area = "east-sussex", Contact = contact };
        return [.. options.Validate(new(options)).Select(fault => fault.ErrorMessage)];
    }
}
