using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>Roles that answer barriers, over HTTP.</summary>
internal sealed class RoleEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var roles = site.Api.MapGroup("/roles").ForMembers().WithTags("Roles");
        roles.MapGet("", List).WithSummary("Lists the roles that barriers can be put to, by name");
        roles.MapGet("/{id}", Get).WithSummary("Gets a role; only coordinators see who answers for it");
        roles.MapPut("/{id}", Put).ForCoordinators().WithSummary("Names a role, and who answers for it");
    }

    private static async Task<Ok<RoleList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(new RoleList(await home.Barriers.ListRoles(by.Caller)));

    private static async Task<Results<Ok<RoleDetails>, ProblemHttpResult>> Get(
        RoleId id, Home home, CurrentCaller by) =>
        (await home.Role(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<RoleDetails>, Created<RoleDetails>, ProblemHttpResult>> Put(
        RoleId id, NameRole role, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Role(id).Put(role, by.Caller)).ToHttp(request);
}

/// <summary>Roles of the area.</summary>
/// <param name="Items">Up to 200 of them, by name.</param>
public sealed record RoleList(ImmutableArray<RoleDetails> Items);
