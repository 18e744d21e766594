using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>A sheet to print and put up, which leads people to the group's page.</summary>
internal sealed class SheetPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/groups/{id}/sheet", Show).ForMembers();

    private static async Task<Shown> Show(
        GroupId id, Home home, CurrentCaller by, TimeProvider clock, HttpRequest request)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var address = $"{home.SiteOf(request)}/groups/{id}";
        return Page.Of<SheetPage, SheetModel>(new(group, address, Periods.Today(clock)));
    }
}

/// <summary>What the sheet shows: what strangers may know of the group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Address">The address of its page.</param>
/// <param name="Today">The day.</param>
public sealed record SheetModel(GroupDetails Group, string Address, DateOnly Today);
