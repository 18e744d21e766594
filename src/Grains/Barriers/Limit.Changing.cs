using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>Saying that a limit has changed, and telling the groups whose barriers rest on it.</summary>
internal sealed partial record Limit
{
    private const int TheOccasion = 1;

    /// <summary>The role that claimed it, or a coordinator, says how it has changed, which is for good.</summary>
    public Next<Limit> Change(ChangeLimit change, RoleStanding role, Caller by)
    {
        if (Says is null) return LimitRefusals.NotFound;
        if (!MayChange(role, by)) return RoleRefusals.HolderOnly;
        if (WhatChanged == change.WhatChanged) return this;
        if (State == LimitState.Changed) return LimitRefusals.Changed;
        if (LimitRules.Check(change) is { } wrong) return wrong;
        return (this with { State = LimitState.Changed, WhatChanged = change.WhatChanged }).Telling();
    }

    /// <inheritdoc/>
    public Next<Limit> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        if (message is not LimitCited cited || cited.Limit != Id) return LinkRefusals.Misdirected;
        var known = Cited.FirstOrDefault(one => one.Barrier == cited.Barrier && one.Group == cited.Group);
        if (cited.IsWithdrawn) return known is null ? this : this with { Cited = Cited.Remove(known) };
        // A group may let anyone read its barrier once the answer has come; it is never taken back.
        if (known is not null && (known.IsForAllAreas || !cited.IsForAllAreas)) return this;
        var citation = new Citation(cited.Barrier, cited.Group, cited.IsForAllAreas);
        var others = known is null ? Cited : Cited.Remove(known);
        return (this with { Cited = others.Add(citation) }).Telling().Then(limit => limit.Quoting(citation));
    }

    private static bool MayChange(RoleStanding role, Caller by) => by.Coordinates || role.IsHeldBy(by);

    // Whoever reads the barrier in another area reads what is in the way with it, and never a name taken out since.
    private Next<Limit> Quoting(params ReadOnlySpan<Citation> citations)
    {
        Next<Limit> next = this;
        if (Says is null) return next;
        var says = new LimitOnCard(Says.What, Says.Kind);
        foreach (var citation in citations)
        {
            if (citation.IsForAllAreas) next = next.Send(new LimitQuoted(citation.Barrier, Id, says));
        }
        return next;
    }

    // Each group once, however many of its barriers rest on it and whatever arrives first.
    private Next<Limit> Telling()
    {
        if (State != LimitState.Changed) return this;
        var groups = Cited.Select(one => one.Group).Distinct().Except(Told).ToArray();
        var about = new NoticeAbout(NoticeKind.LimitChanged) { LimitId = Id };
        return (this with { Told = Told.AddRange(groups) })
            .Send([.. groups.Select(group => new LeadsTold(group, about with { GroupId = group }, TheOccasion))]);
    }
}
