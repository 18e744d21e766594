using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>What a person sees first, over HTTP.</summary>
internal sealed class HomeEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/members/me/home", Get)
            .ForMembers()
            .WithTags("Members")
            .WithSummary("Gets your groups here and in other areas, when they next meet, and what waits for you");
    }

    private static async Task<Results<Ok<MemberHome>, ProblemHttpResult>> Get(
        Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        var now = clock.GetUtcNow();
        return (await home.FirstPage.GetHome(by.Caller)).Map(WithCards).ToHttp();

        // Of groups of other areas, only their cards say what they are called and when they meet.
        MemberHome WithCards(MemberHome page) => page with
        {
            Seats = [.. page.Seats.Select(seat => CardOf(seat.Area, seat.GroupId) is { } card
                ? seat with { Name = card.Name, NextMeeting = card.NextMeeting }
                : seat)],
            Waiting = page.Waiting with
            {
                Connections = [.. page.Waiting.Connections.Select(
                    one => one with { Name = CardOf(one.Area, one.With)?.Name })],
            },
        };

        CardDetails? CardOf(AreaId area, GroupId group) =>
            finder.Areas.Contains(area) ? finder.FindCard(area, group, now) : null;
    }
}
