using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Connections;

/// <summary>Connections between groups of different areas over HTTP.</summary>
internal sealed class ConnectionEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var group = site.Api.MapGroup("/groups/{id}").ForMembers().WithTags("Groups");
        group.MapGet("/connections", Get)
            .WithSummary("Lists the group's connections with groups in other areas, and the meetings they share");
        group.MapPut("/connections/{area}/{groupId}", Connect)
            .WithSummary("Proposes a connection, or accepts one")
            .Within(limits => limits.ConnectionsPerDay);
        group.MapDelete("/connections/{area}/{groupId}", Disconnect).WithSummary("Declines or ends a connection");
        group.MapPut("/shared/{meetingId}", Share)
            .WithSummary("Shares a meeting with connected groups, and says whether their people can come");
        group.MapDelete("/shared/{meetingId}", Unshare).WithSummary("Stops sharing a meeting");
    }

    private static async Task<Results<Ok<ConnectionsDetails>, ProblemHttpResult>> Get(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Connections(id).GetConnections(by.Caller)).ToHttp();

    private static async Task<Results<Ok<Connection>, Created<Connection>, ProblemHttpResult>> Connect(
        GroupId id, AreaId area, GroupId groupId, Home home, Neighbours neighbours, CurrentCaller by)
    {
        if (area != home.Area && neighbours.Find(area) is null) return neighbours.NoSuchArea.ToProblem();
        return (await home.Connections(id).Connect(area, groupId, by.Caller))
            .ToHttp($"{SiteMap.ApiRoot}/groups/{id}/connections");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Disconnect(
        GroupId id, AreaId area, GroupId groupId, Home home, CurrentCaller by) =>
        (await home.Connections(id).Disconnect(area, groupId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<SharedMeeting>, ProblemHttpResult>> Share(
        GroupId id, MeetingId meetingId, Home home, CurrentCaller by, ShareMeeting? request = null) =>
        (await home.Connections(id).Share(meetingId, request ?? new(), by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> Unshare(
        GroupId id, MeetingId meetingId, Home home, CurrentCaller by) =>
        (await home.Connections(id).Unshare(meetingId, by.Caller)).ToHttp();
}
