using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>A silo holds its own area's records and no others.</summary>
public sealed class GuardTests(Cluster cluster)
{
    [Fact]
    public async Task A_key_of_another_area_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => cluster.Grains.Group(new("west-sussex"), new(Guid.CreateVersion7())).Get(Caller.Visitor));
    }

    [Theory]
    [InlineData("east-sussex/member/01990000-0000-7000-8000-000000000001")]
    [InlineData("east-sussex/group/sam@example.invalid")]
    [InlineData("east-sussex/group")]
    [InlineData("01990000-0000-7000-8000-000000000001")]
    public async Task A_key_of_another_form_or_kind_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => cluster.Grains.GetGrain<IGroupGrain>(key).Get(Caller.Visitor));
    }
}
