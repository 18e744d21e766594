using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Local;

/// <summary>The people of a seeded area, by role.</summary>
/// <param name="People">The people.</param>
/// <param name="New">Whether it has just been seeded.</param>
internal sealed record SeededArea(IReadOnlyList<SeededPerson> People, bool New)
{
    public static SeededArea Of(LocalArea at, SeedFile file, bool isNew, DateTimeOffset now)
    {
        var groups = file.Groups.ToList();
        SeededPerson Person(string role, MemberId id, IEnumerable<GroupId> of) =>
            new(role, id, at.Tokens.For(id, role == "coordinator" ? role : null, now), [.. of]);
        var leads = groups.SelectMany(g => g.Leads).Distinct().ToList();
        var others = Enumerable.Range(0, file.PeopleCount).Select(file.Person).Except(leads);
        return new([
            Person("coordinator", file.Coordinator, []),
            .. leads.Select(lead => Person("lead", lead, groups.Where(g => g.Leads.Contains(lead)).Select(g => g.Id))),
            .. others.Select(
                member => Person("member", member, groups.Where(g => g.People.Contains(member)).Select(g => g.Id))),
        ], isNew);
    }
}

/// <summary>A made-up person, with a token to sign in as them.</summary>
/// <param name="Role"><c>coordinator</c>, <c>lead</c> or <c>member</c>.</param>
/// <param name="MemberId">Their id.</param>
/// <param name="Token">A bearer token.</param>
/// <param name="Groups">For a lead, the groups they lead; for a member, the groups they belong to.</param>
internal sealed record SeededPerson(string Role, MemberId MemberId, string Token, IReadOnlyList<GroupId> Groups);
