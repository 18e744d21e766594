using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts;

/// <summary>Typed addresses, so that no key is ever put together elsewhere.</summary>
public static class GrainFactoryExtensions
{
    extension(IGrainFactory grains)
    {
        /// <summary>The area itself.</summary>
        public IAreaGrain Area(AreaId area) => grains.GetGrain<IAreaGrain>(new GrainKey(area, "area", Guid.Empty).ToString());

        /// <summary>What leaves the area.</summary>
        public ILinkGrain Link(AreaId area) => grains.GetGrain<ILinkGrain>(new GrainKey(area, "link", Guid.Empty).ToString());

        /// <summary>The area's border.</summary>
        public IBorderGrain Border(AreaId area) => grains.GetGrain<IBorderGrain>(new GrainKey(area, "border", Guid.Empty).ToString());

        /// <summary>A seat of a member of that area in a group of another.</summary>
        public ISeatGrain Seat(AreaId area, SeatId id) => grains.GetGrain<ISeatGrain>(new GrainKey(area, "seat", id.Value).ToString());

        /// <summary>A group of that area, from the side that faces other areas.</summary>
        public IGroupNeighboursGrain GroupNeighbours(AreaId area, GroupId id) => grains.GetGrain<IGroupNeighboursGrain>(new GrainKey(area, "group", id.Value).ToString());

        /// <summary>A group of that area.</summary>
        public IGroupGrain Group(AreaId area, GroupId id) => grains.GetGrain<IGroupGrain>(new GrainKey(area, "group", id.Value).ToString());

        /// <summary>A member of that area.</summary>
        public IMemberGrain Member(AreaId area, MemberId id) => grains.GetGrain<IMemberGrain>(new GrainKey(area, "member", id.Value).ToString());

        /// <summary>A meeting of that area.</summary>
        public IMeetingGrain Meeting(AreaId area, MeetingId id) => grains.GetGrain<IMeetingGrain>(new GrainKey(area, "meeting", id.Value).ToString());
    }
}
