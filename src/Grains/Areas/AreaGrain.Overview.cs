using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Areas;

/// <summary>Every group at a glance, kept in step with the records.</summary>
internal sealed partial class AreaGrain
{
    // Coordinators see names whatever anybody has agreed to. A lead who is erased leaves the group within seconds.
    private static readonly TimeSpan NamesLonger = PreparedOverview.NamesHold;

    public async Task<Result<OverviewEdition>> GetOverview(Guid known, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        // Before the facts: a group that is counted in between is then reported as late, never the reverse.
        var counted = await growth.Counted();
        var groups = await overview.Read();
        var now = clock.GetUtcNow();
        var changes = members.Changes;
        var edition = overview.Find(counted, groups, changes, now)
            ?? overview.Prepare(counted, groups, await NamesOf(groups, by), changes, now);
        return edition.Id == known ? edition with { Overview = null } : edition;
    }

    // A name for each lead, group by group.
    private async Task<ImmutableArray<string?>> NamesOf(ImmutableArray<GroupFacts> groups, Caller by)
    {
        var leads = groups.SelectMany(group => group.Leads).ToArray();
        var found = await members.Find([.. leads.Distinct()], NamesLonger);
        var now = clock.GetUtcNow();
        return [.. leads.Select(lead => found.GetValueOrDefault(lead)?.NameFor(by, MemberStanding.None, now))];
    }
}
