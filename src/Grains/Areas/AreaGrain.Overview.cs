using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Areas;

/// <summary>Every group at a glance, kept in step with the records.</summary>
internal sealed partial class AreaGrain
{
    // Coordinators see names whatever anybody has agreed to. A lead who is erased leaves the group within seconds.
    private static readonly TimeSpan NamesLonger = TimeSpan.FromMinutes(1);

    public async Task<Result<OverviewEdition>> GetOverview(Guid known, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        // Before the facts: a group that is counted in between is then reported as late, never the reverse.
        var counted = await growth.Counted();
        var groups = await overview.Read();
        var leads = await members.Find([.. groups.SelectMany(group => group.Leads).Distinct()], NamesLonger);
        var now = clock.GetUtcNow();
        var names = groups.SelectMany(group => group.Leads)
            .Select(lead => leads.GetValueOrDefault(lead)?.NameFor(by, MemberStanding.None, now));
        var edition = overview.Prepare(counted, groups, [.. names], now);
        return edition.Id == known ? edition with { Overview = null } : edition;
    }
}
