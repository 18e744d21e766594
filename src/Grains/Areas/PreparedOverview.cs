using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Areas;

/// <summary>
/// An overview, with what it was made from, to tell whether it still holds. To write 2,000 lines again for each look
/// would take longer than everything else.
/// </summary>
internal sealed record PreparedOverview
{
    /// <summary>How long names are used that may have changed through another silo.</summary>
    public static readonly TimeSpan NamesHold = TimeSpan.FromSeconds(30);

    private ImmutableArray<GroupFacts> Groups { get; init; }

    private ImmutableArray<string?> LeadNames { get; init; }

    private DateTimeOffset From { get; init; }

    private DateTimeOffset Until { get; init; }

    private long NameChanges { get; init; }

    private DateTimeOffset NamesUntil { get; init; }

    /// <summary>The overview, under an ID that no other one has.</summary>
    public required OverviewEdition Edition { get; init; }

    /// <summary>Makes the overview of these groups.</summary>
    /// <param name="counted">The day up to which groups are counted, and how many are not yet.</param>
    /// <param name="groups">The groups, in order.</param>
    /// <param name="leadNames">The names of their leads, group by group.</param>
    /// <param name="now">The time.</param>
    public static PreparedOverview Of(
        (DateOnly On, int Behind) counted, ImmutableArray<GroupFacts> groups, ImmutableArray<string?> leadNames,
        DateTimeOffset now)
    {
        var names = leadNames.GetEnumerator();
        var lines = groups.Select(group => group.LineAt(now) with { Leads = [.. group.Leads.Select(Named)] });
        return new()
        {
            Groups = groups,
            LeadNames = leadNames,
            From = now,
            Until = groups.IsEmpty ? DateTimeOffset.MaxValue : groups.Min(group => group.LineChangesAfter(now)),
            Edition = new(Guid.CreateVersion7(now), new(counted.On, counted.Behind, [.. lines])),
        };

        NamedPerson Named(MemberId lead)
        {
            names.MoveNext();
            return new(lead, names.Current);
        }
    }

    /// <summary>Whether the overview of these groups is still this one, but for names.</summary>
    public bool Holds((DateOnly On, int Behind) counted, ImmutableArray<GroupFacts> groups, DateTimeOffset now)
    {
        return groups == Groups && now >= From && now < Until
            && counted == (Edition.Overview!.CountedOn, Edition.Overview.NotCounted);
    }

    /// <summary>Whether it names the leads like this.</summary>
    public bool Names(ImmutableArray<string?> leadNames) => leadNames.AsSpan().SequenceEqual(LeadNames.AsSpan());

    /// <summary>Whether no name can have changed that this silo would know.</summary>
    public bool NamesHoldAt(long changes, DateTimeOffset now) => changes == NameChanges && now < NamesUntil;

    /// <summary>The same overview, whose names are known to be those of now.</summary>
    public PreparedOverview WithNamesOf(long changes, DateTimeOffset now) =>
        this with { NameChanges = changes, NamesUntil = now + NamesHold };
}
