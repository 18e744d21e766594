using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What other records need to know about a person.</summary>
internal static class Standings
{
    extension(IGrainFactory grains)
    {
        /// <summary>The standing of a person of the area; none for nobody.</summary>
        public async Task<MemberStanding> StandingOf(AreaId area, MemberId? person) =>
            person is { } member ? await grains.Member(area, member).GetStanding() : MemberStanding.None;
    }
}
