using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>
/// How a coordinator reaches those who lead a group. Each of them can see that a coordinator has looked.
/// </summary>
internal sealed class LeadPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/groups/{id}/leads", Show).ForCoordinators();

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var leads = (group.Roster ?? []).Where(one => one.Part is Part.Lead or Part.CoLead);
        var people = await Task.WhenAll(leads.Select(lead => home.Member(lead.MemberId).Get(by.Caller)));
        // Somebody who has been erased meanwhile is left out.
        return Page.Of<LeadsPage, LeadsModel>(new(
            group, [.. people.Values().Select(person => new LeadToReach(person.Name, person.Contact))]));
    }
}

/// <summary>How those who lead a group can be reached.</summary>
/// <param name="Group">The group.</param>
/// <param name="Leads">Who leads and co-leads it.</param>
public sealed record LeadsModel(GroupDetails Group, IReadOnlyList<LeadToReach> Leads);

/// <summary>Somebody who leads a group.</summary>
/// <param name="Name">The name they like to be called.</param>
/// <param name="Contact">How to reach them; null if they have not said.</param>
public sealed record LeadToReach(string? Name, Contact? Contact);
