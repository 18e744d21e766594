using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Tests.Members;

public sealed class ProfileOnTheWireTests
{
    public static TheoryData<MemberProfile> Profiles =>
    [
        new MemberProfile { Name = "Sam" },
        new MemberProfile { Name = "Sam", Helps = null },
        new MemberProfile { Name = "Sam", Contact = null },
        new MemberProfile { Name = "Sam", Contact = new() { Phone = "01632 960001" }, Helps = "A chair" },
    ];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_a_request_leaves_out_and_what_it_clears_stay_apart(MemberProfile profile)
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Assert.Equal(profile, serializer.Deserialize<MemberProfile>(serializer.SerializeToArray(profile)));
    }
}
