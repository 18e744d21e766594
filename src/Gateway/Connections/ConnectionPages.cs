using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Connections;

/// <summary>The page of a group's connections, on which its leads answer and end them.</summary>
internal sealed class ConnectionPages : IEndpoints
{
    private const string Connection = "/groups/{id}/connections/{area}/{groupId}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/connections", Show).ForMembers();
        site.Pages.MapPost(Connection, Connect).ForMembers().Within(limits => limits.ConnectionsPerDay);
        site.Pages.MapGet($"{Connection}/end", AskToEnd).ForMembers();
        site.Pages.MapPost($"{Connection}/end", End).ForMembers();
        site.Pages.MapGet(Connection, (GroupId id) => ToPage(id)).ForMembers();
    }

    /// <summary>The address of the page.</summary>
    public static string UrlOf(GroupId id) => $"/groups/{id}/connections";

    private static async Task<Shown> Show(GroupId id, ConnectionReading reading, CurrentCaller by) =>
        (await reading.Read(id, by.Caller)).ToPage<ConnectionsPage, ConnectionsModel>();

    private static async Task<Sent> Connect(
        GroupId id, AreaId area, GroupId groupId, IFormCollection form, Home home, Neighbours neighbours,
        ConnectionReading reading, CurrentCaller by)
    {
        if (neighbours.Find(area) is null) return neighbours.NoSuchArea.ToProblem();
        var connected = await home.Connections(id).Connect(area, groupId, by.Caller);
        if (!connected.Refused(out var refusal, out _)) return ToPage(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if ((await reading.Read(id, by.Caller)).Refused(out var gone, out var page)) return gone.ToProblem();
        return Page.Again<ConnectionsPage, ConnectionsModel>(
            page with { Errors = FormErrors.Of(refusal, "connections") });
    }

    private static async Task<Sent> AskToEnd(
        GroupId id, AreaId area, GroupId groupId, ConnectionReading reading, CurrentCaller by)
    {
        if ((await reading.ReadLed(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        if (page.With(area, groupId) is not { State: ConnectionState.Connected } connected) return ToPage(id);
        return Page.Of<EndConnectionPage, EndConnectionModel>(new(page, connected.Other));
    }

    private static async Task<Sent> End(
        GroupId id, AreaId area, GroupId groupId, IFormCollection form, Home home, ConnectionReading reading,
        CurrentCaller by)
    {
        if ((await reading.ReadLed(id, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        // What somebody else has decided meanwhile stays: a no to a proposal does not end what became of it.
        if (page.With(area, groupId)?.State != Words<ConnectionState>.Find(form.Text("state"))) return ToPage(id);
        return (await home.Connections(id).Disconnect(area, groupId, by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : ToPage(id);
    }

    private static RedirectHttpResult ToPage(GroupId id) => TypedResults.LocalRedirect(UrlOf(id));
}

/// <summary>A connection that is about to end.</summary>
/// <param name="Page">The group with its connections.</param>
/// <param name="Other">The other group.</param>
public sealed record EndConnectionModel(ConnectionsModel Page, OtherGroup Other);
