using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Notices;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Notices;

/// <summary>What PeerNet tells the person who calls.</summary>
internal sealed class NoticeEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var mine = site.Api.MapGroup("/members/me/notices").ForMembers().WithTags("Members");
        mine.MapGet("", List).WithSummary("Lists what PeerNet tells you, newest first; at most 200 notices");
        mine.MapPut("/{id}/read", Read).WithSummary("Marks a notice as read");
    }

    private static async Task<Ok<NoticeList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(new NoticeList(await home.Notices(by.Caller.Member!.Value).List(by.Caller)));

    private static async Task<Results<Ok<NoticeDetails>, ProblemHttpResult>> Read(
        NoticeId id, Home home, CurrentCaller by) =>
        (await home.Notices(by.Caller.Member!.Value).Read(id, by.Caller)).ToHttp();
}

/// <summary>What PeerNet tells a person.</summary>
/// <param name="Items">The notices, newest first.</param>
public sealed record NoticeList(ImmutableArray<NoticeDetails> Items);
