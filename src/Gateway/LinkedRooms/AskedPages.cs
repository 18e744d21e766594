using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>The page of what other areas ask this one to hold, for leads and coordinators.</summary>
internal sealed class AskedPages : IEndpoints
{
    /// <summary>The address of the page.</summary>
    public const string Url = "/linked-rooms";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Url, Show).ForMembers();
        site.Pages.MapPost($"{Url}/{{id}}/decline", Decline).ForMembers();
        site.Pages.MapGet($"{Url}/{{id}}/decline", Back).ForMembers();
    }

    private static RedirectHttpResult Back() => TypedResults.LocalRedirect(Url);

    private static async Task<Shown> Show(Home home, CurrentCaller by) =>
        (await Read(home, by.Caller)).ToPage<AskedPage, AskedModel>();

    private static async Task<Sent> Decline(GatheringId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!(await home.LinkedRoom(id).Decline(by.Caller)).Refused(out var wrong, out _)) return Back();
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await Read(home, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<AskedPage, AskedModel>(page with { Errors = FormErrors.Of(wrong, "asked") });
    }

    private static async Task<Result<AskedModel>> Read(Home home, Caller by)
    {
        if ((await home.LinkedRooms.ListInvitations(by)).Refused(out var refusal, out var items)) return refusal;
        if ((await home.FirstPage.GetHome(by)).Refused(out refusal, out var first)) return refusal;
        return new AskedModel(
            new LinkedModel(new(home.Area, home.Name), home.Neighbours, null), items,
            [.. first.Groups.Where(group => group.IsLed())]);
    }
}

/// <summary>What other areas ask this one to hold.</summary>
/// <param name="Areas">What areas are called.</param>
/// <param name="Items">What they ask, the next day first.</param>
/// <param name="Groups">The groups that the caller leads.</param>
public sealed record AskedModel(
    LinkedModel Areas, IReadOnlyList<LinkedRoomDetails> Items, IReadOnlyList<Contracts.Members.HomeGroup> Groups)
{
    /// <summary>What could not be done.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
