using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The page on which a lead makes links that each let one person join, and ends them.</summary>
internal sealed class InvitationPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/invitations", Show).ForMembers();
        site.Pages.MapPost("/groups/{id}/invitations", Make).ForMembers();
        site.Pages.MapPost("/groups/{id}/invitations/{linkId}/end", End).ForMembers();
        site.Pages.MapGet("/groups/{id}/invitations/{linkId}/end", (GroupId id) => ToPage(id)).ForMembers();
    }

    private static async Task<Shown> Show(GroupId id, Home home, CurrentCaller by) =>
        (await Read(id, home, by.Caller)).ToPage<InvitationsPage, InvitationsModel>();

    // The address is shown in the answer, and never again: only a digest of it is kept. The key comes from the page, so
    // that the form sent twice makes one link.
    private static async Task<Sent> Make(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, HttpRequest request)
    {
        var secret = SecretKey.Write(id.Value, form["key"]);
        if (SecretKey.Read(secret) is not { } key) return ToPage(id);
        var made = await home.InvitationLinks(id).Make(new(key.Id), key.Digest, by.Caller);
        if (made.Refused(out var refusal, out var opens) && !refusal.CanBeMended()) return refusal.ToProblem();
        if ((await Read(id, home, by.Caller)).Refused(out var gone, out var page)) return gone.ToProblem();
        if (refusal is not null)
            return Page.Again<InvitationsPage, InvitationsModel>(page with { Errors = FormErrors.Of(refusal, "make") });
        if (!opens) return ToPage(id);
        return Page.Of<InvitationsPage, InvitationsModel>(
            page with { Address = $"{home.SiteOf(request)}/invitations/{secret}" });
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> End(
        GroupId id, InvitationLinkId linkId, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.InvitationLinks(id).End(linkId, by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : ToPage(id);
    }

    private static async Task<Result<InvitationsModel>> Read(GroupId id, Home home, Caller by)
    {
        if ((await home.ReadLed(id, by)).Refused(out var refusal, out var group)) return refusal;
        if ((await home.InvitationLinks(id).List(by)).Refused(out refusal, out var links)) return refusal;
        return new InvitationsModel(group, links, SecretKey.New());
    }

    private static RedirectHttpResult ToPage(GroupId id) => TypedResults.LocalRedirect($"/groups/{id}/invitations");
}

/// <summary>The links of a group that let somebody in.</summary>
/// <param name="Group">The group.</param>
/// <param name="Links">The links, oldest first.</param>
/// <param name="Key">The key for the next one.</param>
public sealed record InvitationsModel(GroupDetails Group, ImmutableArray<InvitationLink> Links, string Key)
{
    /// <summary>The address of a new link, only just after it was made.</summary>
    public string? Address { get; init; }

    /// <summary>What is wrong.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The name of who made a link; null if the caller may not see it.</summary>
    public string? NameOf(MemberId maker) => Group.People?.FirstOrDefault(one => one.MemberId == maker)?.Name;
}
