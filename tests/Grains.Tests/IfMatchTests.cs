using PeerNet.Contracts;

namespace PeerNet.Grains.Tests;

/// <summary>The condition of a write.</summary>
public sealed class IfMatchTests
{
    public static TheoryData<IfMatch, string> Texts => new()
    {
        { IfMatch.None, "" },
        { IfMatch.Any, "If-Match: *" },
        { IfMatch.Exactly(3), "If-Match: 3" },
        { new(true, [3, 4]), "If-Match: 3, 4" },
        { IfMatch.Nothing, "If-None-Match: *" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void A_condition_reads_as_its_header_does(IfMatch condition, string text) =>
        Assert.Equal(text, $"{condition}");
}
