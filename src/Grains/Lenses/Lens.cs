using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Lenses;

/// <summary>
/// A ladder or a model, and which groups it helps now. Pure: each transition returns the next lens, the same, or a
/// refusal.
/// </summary>
internal sealed record Lens
{
    /// <summary>The ID.</summary>
    public LensId Id { get; init; }

    /// <summary>What a coordinator has added; null if nobody has, or it comes with PeerNet.</summary>
    public AddLens? Says { get; init; }

    /// <summary>
    /// Whether a group has ever said that it helps, or a gathering has used it, so that it stays as it is.
    /// </summary>
    public bool WasUsed { get; init; }

    /// <summary>Which groups it helps now.</summary>
    [MaxItems(LensFields.MaxGroups)]
    public ImmutableArray<LensHelp> Helping { get; init; } = [];

    /// <summary>A coordinator adds it, or changes it before it is used.</summary>
    public Result<Lens> Add(LensId id, AddLens lens, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (LensRules.Check(lens) is { } wrong) return wrong;
        if (PeerNetJson.Same(SaysOf(id), lens)) return this;
        if (WasUsed || ShippedLenses.Find(id) is not null) return LensRefusals.InUse;
        return this with { Id = id, Says = lens };
    }

    /// <summary>A gathering asks about its steps or lays it on its tables, so it stays as it is.</summary>
    public Result<Lens> Use(LensId id)
    {
        if (SaysOf(id) is null) return LensRefusals.NotFound;
        return WasUsed || Says is null ? this : this with { WasUsed = true };
    }

    /// <summary>A lead says for their group why it helps now.</summary>
    public Result<Lens> SayHelps(LensId id, GroupId group, SayLensHelps says, MemberStanding own)
    {
        if (SaysOf(id) is null) return LensRefusals.NotFound;
        if (!own.Leads.Contains(group)) return AccessRefusals.LeadsOnly;
        if (!LensFields.Why.Allows(says.Why)) return LensRefusals.Invalid("why", LensFields.Why.Detail);
        var help = new LensHelp(group, says.Why);
        if (Helping.Contains(help)) return this;
        var others = Helping.RemoveAll(known => known.GroupId == group);
        return this with { Id = id, WasUsed = true, Helping = others.Add(help) };
    }

    /// <summary>
    /// A lead says for their group that it no longer does; or a coordinator takes back what a group says, because
    /// somebody may have written a name.
    /// </summary>
    public Result<Lens> TakeBack(LensId id, GroupId group, MemberStanding own, Caller by)
    {
        if (SaysOf(id) is null) return LensRefusals.NotFound;
        if (!by.Coordinates && !own.Leads.Contains(group)) return AccessRefusals.LeadsOnly;
        var others = Helping.RemoveAll(known => known.GroupId == group);
        return others.Length == Helping.Length ? this : this with { Helping = others };
    }

    /// <summary>The lens, with what a caller can do about it.</summary>
    public Result<LensDetails> SeenBy(LensId id, Caller by) =>
        Seen(id).Map(details => details with { CanTakeBack = by.Coordinates });

    /// <summary>The lens, for everybody.</summary>
    public Result<LensDetails> Seen(LensId id)
    {
        if (SaysOf(id) is not { } says) return LensRefusals.NotFound;
        return new LensDetails { Id = id, Lens = says, IsShipped = Says is null, Helping = Helping };
    }

    private AddLens? SaysOf(LensId id) => Says ?? ShippedLenses.Find(id);
}
