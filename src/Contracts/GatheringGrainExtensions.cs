using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts;

/// <summary>The same for gatherings and what tables say there.</summary>
/// <seealso cref="GrainFactoryExtensions"/>
public static class GatheringGrainExtensions
{
    extension(IGrainFactory grains)
    {
        /// <summary>A gathering.</summary>
        public IGatheringGrain Gathering(AreaId area, GatheringId id) => grains.Find<IGatheringGrain>(area, id.Value);

        /// <summary>The gatherings of an area.</summary>
        public IGatheringListGrain Gatherings(AreaId area) => grains.Find<IGatheringListGrain>(area);

        /// <summary>The questions of a gathering.</summary>
        public IQuestionsGrain Questions(AreaId area, GatheringId id) => grains.Find<IQuestionsGrain>(area, id.Value);

        /// <summary>What a gathering has on paper.</summary>
        public IPaperGrain Paper(AreaId area, GatheringId id) => grains.Find<IPaperGrain>(area, id.Value);

        /// <summary>The tables of a gathering.</summary>
        public ITablesGrain Tables(AreaId area, GatheringId id) => grains.Find<ITablesGrain>(area, id.Value);

        /// <summary>What came of a gathering's questions.</summary>
        public IResultsGrain Results(AreaId area, GatheringId id) => grains.Find<IResultsGrain>(area, id.Value);

        /// <summary>A gathering, as its sentences see it.</summary>
        public IRoomGrain Room(AreaId area, GatheringId id) => grains.Find<IRoomGrain>(area, id.Value);

        /// <summary>How a gathering is linked with those of other areas.</summary>
        public ILinkedRoomGrain LinkedRoom(AreaId area, GatheringId id) =>
            grains.Find<ILinkedRoomGrain>(area, id.Value);

        /// <summary>What other areas have asked this one to hold.</summary>
        public ILinkedRoomListGrain LinkedRooms(AreaId area) => grains.Find<ILinkedRoomListGrain>(area);

        /// <summary>The sentences of a gathering.</summary>
        public ISentencesGrain Sentences(AreaId area, GatheringId id) => grains.Find<ISentencesGrain>(area, id.Value);

        /// <summary>The sentences of a gathering that stand.</summary>
        public IStandingGrain Standing(AreaId area, GatheringId id) => grains.Find<IStandingGrain>(area, id.Value);

        /// <summary>The area's sentences.</summary>
        public ISentenceListGrain SentenceList(AreaId area) => grains.Find<ISentenceListGrain>(area);
    }
}
