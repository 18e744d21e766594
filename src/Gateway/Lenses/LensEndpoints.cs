using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Lenses;

/// <summary>Lenses over HTTP.</summary>
internal sealed class LensEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var lenses = site.Api.MapGroup("/lenses").ForMembers().WithTags("Lenses");
        lenses.MapGet("", List).WithSummary("Lists lenses by name; none is the default");
        lenses.MapGet("/{id}", Get).WithSummary("Gets a lens, with what groups say about it");
        lenses.MapPut("/{id}", Add).ForCoordinators()
            .WithSummary("Adds a lens, or changes it before any group has used it");
        lenses.MapPut("/{id}/helped/{groupId}", SayHelps).WithSummary("A lead says for their group why it helps now");
        lenses.MapDelete("/{id}/helped/{groupId}", TakeBack)
            .WithSummary("A lead says for their group that it no longer helps, or a coordinator takes its words back");
    }

    private static async Task<Ok<LensList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(new LensList(await home.Lenses.List(by.Caller)));

    private static async Task<Results<Ok<LensDetails>, ProblemHttpResult>> Get(
        LensId id, Home home, CurrentCaller by) =>
        (await home.Lens(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<LensDetails>, Created<LensDetails>, ProblemHttpResult>> Add(
        LensId id, AddLens lens, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Lens(id).Add(lens, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<LensDetails>, ProblemHttpResult>> SayHelps(
        LensId id, GroupId groupId, SayLensHelps says, Home home, CurrentCaller by) =>
        (await home.Lens(id).SayHelps(groupId, says, by.Caller)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(
        LensId id, GroupId groupId, Home home, CurrentCaller by) =>
        (await home.Lens(id).TakeBack(groupId, by.Caller)).ToHttp();
}

/// <summary>Lenses of the area.</summary>
/// <param name="Items">The lenses, by name.</param>
public sealed record LensList(ImmutableArray<LensDetails> Items);
