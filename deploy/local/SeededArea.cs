using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Local;

/// <summary>The people and groups of a seeded area.</summary>
/// <param name="People">The people: the coordinator, then leads, other members, and those who answer for roles.</param>
/// <param name="Groups">The groups.</param>
/// <param name="New">Whether it has just been seeded.</param>
internal sealed record SeededArea(IReadOnlyList<SeededPerson> People, IReadOnlyList<SeedGroup> Groups, bool New)
{
    /// <summary>The areas to which its border is closed, and which it sends nothing.</summary>
    public IReadOnlyList<AreaId> ClosedTo { get; init; } = [];

    public static SeededArea Of(LocalArea at, SeedFile file, bool isNew, DateTimeOffset now)
    {
        var groups = file.Groups.ToList();
        var leads = groups.SelectMany(group => group.Leads).ToHashSet();
        var places = Enumerable.Range(0, file.PeopleCount).ToLookup(place => leads.Contains(file.Person(place)));
        return new(
            [
                Person("coordinator", file.Coordinator, SeedFile.CoordinatorOf(at.Name), []),
                .. places[true].Select(place => Someone("lead", place, group => group.Leads)),
                .. places[false].Select(place => Someone("member", place, group => group.People)),
                .. file.Roles.Select((role, place) => Person("role", file.Holder(place), role.Holder, [])),
            ],
            groups,
            isNew);

        SeededPerson Someone(string role, int place, Func<SeedGroup, IEnumerable<MemberId>> among)
        {
            var id = file.Person(place);
            return Person(role, id, file.NameOf(place), groups.Where(group => among(group).Contains(id)));
        }

        SeededPerson Person(string role, MemberId id, string name, IEnumerable<SeedGroup> of) =>
            new(role, id, name, at.Tokens.For(id, role == "coordinator" ? role : null, now), [.. of.Select(g => g.Id)]);
    }
}

/// <summary>A made-up person, with a token to sign in as them.</summary>
/// <param name="Role"><c>coordinator</c>, <c>lead</c>, <c>member</c>, or <c>role</c> (whoever answers for one).</param>
/// <param name="MemberId">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Token">A bearer token.</param>
/// <param name="Groups">For a lead, the groups they lead; for a member, the groups they belong to.</param>
internal sealed record SeededPerson(
    string Role, MemberId MemberId, string Name, string Token, IReadOnlyList<GroupId> Groups);
