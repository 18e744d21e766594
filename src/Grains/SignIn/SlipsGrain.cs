using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>Holds the area's slips.</summary>
[GrainType("slips")]
internal sealed class SlipsGrain(
    [PersistentState("slips", StorageNames.Area)] IPersistentState<Row<Slips>> stored, TimeProvider clock)
    : Grain, ISlipsGrain
{
    private Durable<Slips> Slips => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Done>> Make(string digest, MemberId member, Caller by)
    {
        var standing = await GrainFactory.Member(Key.Area, member).GetStanding();
        return (await Slips.Commit(slips => slips.Make(digest, member, standing, by, Now))).AsDone();
    }

    public async Task<MemberId?> Find(string digest)
    {
        if ((await Slips.Read()).Record.Find(digest, Now) is not { } member) return null;
        // Somebody who has come in by another way needs no slip, and whoever finds it does not get in.
        return (await GrainFactory.Member(Key.Area, member).GetStanding()).KeptBy is null ? null : member;
    }

    public async Task<MemberId?> Use(string digest, Guid attempt)
    {
        var now = Now;
        if (await Find(digest) is not null) await Slips.Commit(slips => slips.Use(digest, attempt, now));
        return (await Slips.Read()).Record.ClaimedBy(digest, attempt, now);
    }
}
