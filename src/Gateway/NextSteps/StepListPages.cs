using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.NextSteps;

/// <summary>The next steps of the area, and those of one group.</summary>
internal sealed class StepListPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/steps", List).ForMembers();
        site.Pages.MapGet("/groups/{id}/steps", ListOfGroup).ForMembers();
    }

    private static async Task<Shown> List(
        Home home, KeptCards<NextStepCard> elsewhere, TimeProvider clock, CurrentCaller by)
    {
        var page = await Read(null, home, clock, by);
        return Page.Of<StepListPage, StepListModel>(page with { Elsewhere = elsewhere.List() });
    }

    private static async Task<Shown> ListOfGroup(GroupId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)
            ? refusal.ToProblem()
            : Page.Of<StepListPage, StepListModel>(await Read(group, home, clock, by));
    }

    private static async Task<StepListModel> Read(GroupDetails? group, Home home, TimeProvider clock, CurrentCaller by)
    {
        var list = await home.NextSteps.List(group?.Id, by.Caller);
        var names = await home.NamesOf(list.Items, by.Caller);
        return new(list, names, home.Name, London.DayOf(clock.GetUtcNow())) { Group = group };
    }
}

/// <summary>A list of next steps.</summary>
/// <param name="List">The steps, in order.</param>
/// <param name="Names">What their groups are called.</param>
/// <param name="AreaName">The area.</param>
/// <param name="Today">The day.</param>
public sealed record StepListModel(NextStepList List, GroupNames Names, string AreaName, DateOnly Today)
{
    /// <summary>The group whose steps they are; null for those of the area.</summary>
    public GroupDetails? Group { get; init; }

    /// <summary>Those of other areas; null on the page of a group.</summary>
    public Elsewhere<NextStepCard>? Elsewhere { get; init; }

    /// <summary>Whether the caller can write one down for the group.</summary>
    public bool CanWrite => Group?.IsOwn() == true;
}
