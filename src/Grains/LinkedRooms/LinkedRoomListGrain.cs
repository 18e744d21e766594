using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Lists what other areas ask. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("linked-room-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class LinkedRoomListGrain(ILinkedRoomRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, ILinkedRoomListGrain
{
    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<Result<ImmutableArray<LinkedRoomDetails>>> ListInvitations(Caller by)
    {
        if (!await GrainFactory.CanAnswerForArea(Area, by)) return LinkedRoomRefusals.LeadsOnly;
        var today = London.DayOf(clock.GetUtcNow());
        var asked = (await rows.ListInvitations(today, LinkedRoomFields.MaxAsked)).Select(row =>
            unreadable.Read("linked-room", row.Id, row.Payload, (LinkedRoom room) => room.InvitationOn(today, Area)));
        return asked.OfType<LinkedRoomDetails>().OrderBy(room => room.Plan.HeldOn).ToImmutableArray();
    }
}
