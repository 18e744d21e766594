using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What other records hold of what the person wrote, and the contact they show in a match.</summary>
internal sealed partial record Member
{
    private const int MaxOfKind = 100;

    /// <summary>Notes a record, before it stores anything about the person.</summary>
    public Result<Member> Hold(Holding holding, Caller by)
    {
        if (ErasedAt is not null) return MemberRefusals.Erased;
        if (!by.Is(Id) || Profile is null) return MemberRefusals.NotFound;
        if (Holdings.Contains(holding)) return this;
        if (Holdings.Count(known => known.Kind == holding.Kind) >= MaxOfKind) return MemberRefusals.TooMany(MaxOfKind);
        return this with { Holdings = Holdings.Add(holding) };
    }

    /// <summary>The records of the same kind, about the same thing, that were noted before that one.</summary>
    public ImmutableArray<Guid> HeldBefore(Holding holding)
    {
        if (holding.About is not { } about) return [];
        return [.. Holdings.TakeWhile(known => known != holding)
            .Where(known => known.Kind == holding.Kind && known.About == about)
            .Select(known => known.Id)];
    }

    /// <summary>Removes the note of a record that holds nothing about the person any more.</summary>
    public Member Release(Holding holding) =>
        Holdings.Contains(holding) ? this with { Holdings = Holdings.Remove(holding) } : this;

    /// <summary>The part of the contact that the person shows in a match.</summary>
    public SharedContact? Shows(ContactPart part)
    {
        var value = part switch
        {
            ContactPart.Email => Profile?.Contact?.Email,
            ContactPart.Phone => Profile?.Contact?.Phone,
            ContactPart.Other => Profile?.Contact?.Other,
            _ => null,
        };
        return value is null ? null : new(part, value);
    }
}
