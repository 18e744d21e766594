using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>
/// What whoever opens an invitation link sees: the group as strangers know it, and a button. Until they press it, the
/// group learns nothing of them.
/// </summary>
internal sealed class InvitedPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/invitations/{secret}", Show).AllowAnonymous();
        site.Pages.MapPost("/invitations/{secret}", Join).ForMembers();
    }

    // A wrong key, one that was used or ended, and one of a group that has closed are answered alike.
    private static async Task<Sent> Show(string secret, Home home, TimeProvider clock, CurrentCaller by)
    {
        var read = await Read(secret, home, clock, by.Caller);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        // Whoever belongs already, or has just come by this very link.
        if (page.Group.Yours?.Part >= Part.Member) return TypedResults.LocalRedirect(GroupPages.UrlOf(page.Group.Id));
        return page.Opens ? Page.Of<InvitedPage, InvitedModel>(page) : GroupRefusals.LinkNotFound.ToProblem();
    }

    private static async Task<Sent> Join(
        string secret, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if (SecretKey.Read(secret) is not { } key) return GroupRefusals.LinkNotFound.ToProblem();
        var joined = await home.InvitationLinks(key.Group).JoinBy(key.Digest, by.Caller);
        if (!joined.Refused(out var refusal, out _))
            return TypedResults.LocalRedirect(GroupPages.UrlOf(key.Group));
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if ((await Read(secret, home, clock, by.Caller)).Refused(out var gone, out var page)) return gone.ToProblem();
        return Page.Again<InvitedPage, InvitedModel>(page with { Errors = FormErrors.Of(refusal, "join") });
    }

    private static async Task<Result<InvitedModel>> Read(string secret, Home home, TimeProvider clock, Caller by)
    {
        if (SecretKey.Read(secret) is not { } key) return GroupRefusals.LinkNotFound;
        var opens = await home.InvitationLinks(key.Group).Opens(key.Digest);
        return (await home.Group(key.Group).Get(by)).Refused(out _, out var group)
            ? GroupRefusals.LinkNotFound
            : new InvitedModel(group, secret, Periods.Today(clock))
            {
                Opens = opens, IsSignedIn = by.Member is not null,
            };
    }
}

/// <summary>A group to which somebody is invited by a link.</summary>
/// <param name="Group">The group.</param>
/// <param name="Secret">The last part of the link's address.</param>
/// <param name="Today">The day.</param>
public sealed record InvitedModel(GroupDetails Group, string Secret, DateOnly Today)
{
    /// <summary>Whether the link lets somebody in.</summary>
    public bool Opens { get; init; }

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>Why they could not join.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The address of the page.</summary>
    public string Url => $"/invitations/{Secret}";
}
