using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>A role that answers barriers: what everybody calls it, and who answers for it.</summary>
internal sealed record Role : ISends<Role>, IForgets<Role>, INames
{
    /// <summary>The ID.</summary>
    public RoleId Id { get; init; }

    /// <summary>What everybody calls it; null if no coordinator has named it yet.</summary>
    public string? Name { get; init; }

    /// <summary>Who answers for it; null if nobody does, or they are erased.</summary>
    public MemberId? Holder { get; init; }

    /// <summary>What other grains need to know.</summary>
    public RoleStanding Standing => new(Name, Holder);

    /// <summary>
    /// A coordinator names it, and who answers for it: somebody who sees no group's people, because they belong to
    /// none.
    /// </summary>
    /// <param name="id">The ID.</param>
    /// <param name="put">The name and who answers for it.</param>
    /// <param name="holder">The standing of whoever is to answer for it.</param>
    /// <param name="by">The caller.</param>
    public Next<Role> Put(RoleId id, NameRole put, MemberStanding holder, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (!BarrierFields.RoleName.Allows(put.Name))
            return RoleRefusals.Invalid("name", BarrierFields.RoleName.Detail);
        if (put.HolderId is not null && Unfit(holder) is { } unfit) return unfit;
        if (Name == put.Name && Holder == put.HolderId) return this;
        var next = this with { Id = id, Name = put.Name, Holder = put.HolderId };
        if (Holder is not { } former || former == put.HolderId) return next;
        return next.Send(new HoldingReleased(former, new("role", id.Value)));
    }

    /// <summary>The role as a caller sees it.</summary>
    public Result<RoleDetails> SeenBy(Caller by)
    {
        if (Name is null) return RoleRefusals.NotFound;
        return new RoleDetails(Id, Name, Standing.IsHeldBy(by), by.Coordinates ? Holder : null);
    }

    /// <inheritdoc/>
    public bool Names(MemberId person) => Holder == person;

    /// <summary>Forgets who answers for it; its name stays.</summary>
    public Next<Role> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (!Names(person)) return this;
        return ((Next<Role>)(this with { Holder = null })).Wiped();
    }

    /// <summary>A person who is erased needs no note of what is held about them.</summary>
    public Next<Role>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now)
    {
        if (message is HoldingReleased && code == MemberRefusals.Erased.Code) return this;
        return null;
    }

    private static Refusal? Unfit(MemberStanding holder)
    {
        if (!holder.Known || holder.Erased)
            return RoleRefusals.Invalid("holderId", "Use somebody with a record in this area.");
        if (holder.Groups.IsEmpty && holder.Seats.IsEmpty) return null;
        return RoleRefusals.Invalid("holderId", "Use somebody who belongs to no group, or a record of their own.");
    }
}
