using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The page on which a lead closes a group, and how it opens again.</summary>
internal sealed class ClosePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/close", Ask).ForMembers();
        site.Pages.MapPost("/groups/{id}/close", Close).ForMembers();
        site.Pages.MapPost("/groups/{id}/reopen", Reopen).ForMembers();
        site.Pages.MapGet("/groups/{id}/reopen", (GroupId id) => TypedResults.LocalRedirect(GroupPages.UrlOf(id)))
            .ForMembers();
    }

    private static async Task<Sent> Ask(GroupId id, Home home, CurrentCaller by)
    {
        return (await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)
            ? refusal.ToProblem()
            : Page.Of<ClosePage, CloseModel>(new(group));
    }

    private static async Task<Sent> Close(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var reason = form.Lines("reason");
        // Sent twice, it has closed once.
        if (group.Status == GroupStatus.Closed) return TypedResults.LocalRedirect(GroupPages.UrlOf(id));
        var closed = await home.Group(id).Close(new(reason.Length > 0 ? reason : null), by.Caller, IfMatch.Any);
        if (!closed.Refused(out refusal, out _)) return TypedResults.LocalRedirect(GroupPages.UrlOf(id));
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        var page = new CloseModel(group) { Reason = reason, Errors = FormErrors.Of(refusal, "reason") };
        return Page.Again<ClosePage, CloseModel>(page);
    }

    private static async Task<Sent> Reopen(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Group(id).Reopen(by.Caller, IfMatch.Any)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect(GroupPages.UrlOf(id));
    }
}

/// <summary>The form in which a group is closed.</summary>
/// <param name="Group">The group.</param>
public sealed record CloseModel(GroupDetails Group)
{
    /// <summary>Why, as it was typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
