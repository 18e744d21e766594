using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Connections;

/// <summary>How a lead proposes a connection, from the page of a group of another area.</summary>
internal sealed class ConnectPages : IEndpoints
{
    private const string Group = "/areas/{area}/groups/{id}/connect";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Group, Ask).ForMembers();
        site.Pages.MapPost(Group, Connect).ForMembers().Within(limits => limits.ConnectionsPerDay);
    }

    private static async Task<Shown> Ask(
        AreaId area, GroupId id, Home home, OtherGroups others, Neighbours neighbours, CurrentCaller by)
    {
        return (await Read(area, id, home, others, neighbours, by.Caller)).ToPage<ConnectPage, ConnectModel>();
    }

    private static async Task<Sent> Connect(
        AreaId area, GroupId id, IFormCollection form, Home home, OtherGroups others, Neighbours neighbours,
        CurrentCaller by)
    {
        var read = await Read(area, id, home, others, neighbours, by.Caller);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        if (!GroupId.TryParse(form.Text("groupId"), out var mine))
            return Again(page, [new("groupId", "Choose one of your groups.")]);
        var connected = await home.Connections(mine).Connect(area, id, by.Caller);
        if (!connected.Refused(out refusal, out _))
            return TypedResults.LocalRedirect(ConnectionPages.UrlOf(mine));
        return refusal.CanBeMended()
            ? Again(page with { Chosen = mine }, FormErrors.Of(refusal with { Field = null }, "groupId"))
            : refusal.ToProblem();
    }

    private static async Task<Result<ConnectModel>> Read(
        AreaId area, GroupId id, Home home, OtherGroups others, Neighbours neighbours, Caller by)
    {
        if (neighbours.Find(area) is null) return neighbours.NoSuchArea;
        var other = others.Find(area, id);
        if (other.Name is null) return GroupRefusals.NotFound;
        if ((await home.FirstPage.GetHome(by)).Refused(out var refusal, out var first)) return refusal;
        return new ConnectModel(other, [.. first.Groups.Where(group => group.IsLed())]);
    }

    private static Sent Again(ConnectModel page, FormErrors errors) =>
        Page.Again<ConnectPage, ConnectModel>(page with { Errors = errors });
}

/// <summary>The form in which a lead chooses which of their groups to connect.</summary>
/// <param name="Other">The group of another area.</param>
/// <param name="Groups">The groups that they lead.</param>
public sealed record ConnectModel(OtherGroup Other, IReadOnlyList<HomeGroup> Groups)
{
    /// <summary>The group that they have chosen; the only one if there is one.</summary>
    public GroupId? Chosen { get; init; } = Groups is [var only] ? only.Id : null;

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
