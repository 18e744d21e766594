using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>
/// The pages on which those who run a group see who belongs to it, say who leads it, and remove somebody; a coordinator
/// gives a group that has lost its lead a new one there.
/// </summary>
internal sealed class PeoplePages : IEndpoints
{
    private const string Person = "/groups/{id}/people/{memberId}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/people", Show).ForMembers();
        site.Pages.MapGet(Person, ShowOne<PersonPage>).ForMembers();
        site.Pages.MapPost(Person, GivePart).ForMembers();
        site.Pages.MapGet($"{Person}/remove", ShowOne<RemovePage>).ForMembers();
        site.Pages.MapPost($"{Person}/remove", Remove).ForMembers();
    }

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by)
    {
        return (await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)
            ? refusal.ToProblem()
            : Page.Of<PeoplePage, PeopleModel>(new(group, by.Caller));
    }

    private static async Task<Sent> ShowOne<TPage>(GroupId id, MemberId memberId, Home home, CurrentCaller by)
        where TPage : PageOf<PersonModel>
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        if (new PeopleModel(group, by.Caller).Find(memberId) is not { } person) return ToPage(id);
        return Page.Of<TPage, PersonModel>(person);
    }

    private static async Task<Sent> GivePart(
        GroupId id, MemberId memberId, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        // Whoever has left meanwhile is not invited again by this.
        if (new PeopleModel(group, by.Caller).Find(memberId) is not { } person) return ToPage(id);
        if (Words<Part>.Find(form.Text("part")) is not { } part)
            return Again<PersonPage>(person, [new("part", "Choose one.")]);
        if ((await home.Group(id).Join(memberId, new(part), by.Caller)).Refused(out refusal, out _))
            return refusal.CanBeMended()
                ? Again<PersonPage>(person with { Chosen = part }, FormErrors.Of(refusal with { Field = null }, "part"))
                : refusal.ToProblem();
        // Whoever has stepped down may not see the list any more.
        return by.Caller.Is(memberId) ? TypedResults.LocalRedirect(GroupPages.UrlOf(id)) : ToPage(id);
    }

    private static async Task<Sent> Remove(
        GroupId id, MemberId memberId, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        if (new PeopleModel(group, by.Caller).Find(memberId) is not { } person) return ToPage(id);
        if (!(await home.Group(id).Leave(memberId, by.Caller)).Refused(out refusal, out _)) return ToPage(id);
        return refusal.CanBeMended()
            ? Again<RemovePage>(person, FormErrors.Of(refusal, "remove"))
            : refusal.ToProblem();
    }

    /// <summary>Leads to the list of people.</summary>
    public static RedirectHttpResult ToPage(GroupId id) => TypedResults.LocalRedirect($"/groups/{id}/people");

    private static Sent Again<TPage>(PersonModel person, FormErrors errors) where TPage : PageOf<PersonModel>
    {
        return Page.Again<TPage, PersonModel>(person with { Errors = errors });
    }
}

/// <summary>The people of a group, for those who run it.</summary>
/// <param name="Group">The group.</param>
/// <param name="By">The caller.</param>
public sealed record PeopleModel(GroupDetails Group, Caller By)
{
    /// <summary>Whether the caller may say who leads the group; whoever only helps to lead it may not.</summary>
    public bool GivesParts => Group.Yours?.Part != Part.CoLead;

    /// <summary>Everybody who belongs, those who lead it first, then by name.</summary>
    public IEnumerable<PersonModel> People
    {
        get
        {
            var names = (Group.People ?? []).ToLookup(one => one.MemberId, one => one.Name);
            return (Group.Roster ?? [])
                .Select(one => new PersonModel(this, one, names[one.MemberId].FirstOrDefault()) { Chosen = one.Part })
                .OrderByDescending(one => one.Membership.Part)
                .ThenBy(one => one.Name is null)
                .ThenBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase);
        }
    }

    /// <summary>Guests from other areas who have a place, those who came last at the end.</summary>
    public IEnumerable<GuestSeat> Guests =>
        (Group.Seats ?? []).Where(seat => seat.State == SeatState.Seated).OrderBy(seat => seat.Since);

    /// <summary>Somebody who belongs; null for anybody else.</summary>
    public PersonModel? Find(MemberId member) => People.FirstOrDefault(one => one.Membership.MemberId == member);
}

/// <summary>Somebody who belongs to a group.</summary>
/// <param name="Of">The people of the group.</param>
/// <param name="Membership">Their part in it.</param>
/// <param name="Name">Their name; null if the caller may not see it.</param>
public sealed record PersonModel(PeopleModel Of, Membership Membership, string? Name)
{
    /// <summary>The part that is chosen.</summary>
    public Part Chosen { get; init; }

    /// <summary>What is wrong.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The group.</summary>
    public GroupDetails Group => Of.Group;

    /// <summary>Whether it is the caller.</summary>
    public bool IsSelf => Of.By.Is(Membership.MemberId);

    /// <summary>The parts that the caller can give them; nobody gives themselves more than they have.</summary>
    public IEnumerable<Part> Parts
    {
        get
        {
            Part[] all = [Part.Member, Part.CoLead, Part.Lead];
            if (IsSelf) return all.Where(part => part <= Membership.Part);
            return Of.GivesParts ? all : [Membership.Part];
        }
    }

    /// <summary>Whether the caller can change their part.</summary>
    public bool CanChange => Parts.Skip(1).Any();

    /// <summary>Whether the caller can remove them; whoever wants to leave does so on the group's page.</summary>
    public bool CanRemove => !IsSelf && (Membership.Part == Part.Member || Of.GivesParts);

    /// <summary>The address of their page.</summary>
    public string Url => $"/groups/{Group.Id}/people/{Membership.MemberId}";
}
