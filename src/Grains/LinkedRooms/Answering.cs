using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Who answers for an area when another asks it.</summary>
internal static class Answering
{
    extension(IGrainFactory grains)
    {
        /// <summary>Whether the caller leads a group, or coordinates.</summary>
        public async Task<bool> CanAnswerForArea(AreaId area, Caller by) =>
            by.Coordinates || !(await grains.StandingOf(area, by.Member)).Leads.IsEmpty;
    }
}
