using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Joining: somebody whose address nobody in the area has says what they like to be called.</summary>
internal sealed class NamePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sign-in/name", Show).AllowAnonymous();
        site.Pages.MapPost("/sign-in/name", Join).AllowAnonymous();
    }

    private static Results<RazorComponentResult, RedirectHttpResult> Show(SignInTicket ticket, HttpContext http)
    {
        return ticket.Read(http)?.NewMember is null
            ? TypedResults.LocalRedirect("/sign-in")
            : Page.Of<NamePage, NameModel>(new());
    }

    private static async Task<Sent> Join(
        IFormCollection form, Home home, SignInTicket ticket, AreaCoordinators coordinators, Sessions sessions,
        HttpContext http)
    {
        if (ticket.Read(http) is not { NewMember: { } id, Address: { } address } joining)
            return TypedResults.LocalRedirect("/sign-in");
        var typed = new NameModel
        {
            Name = form["name"], Consents = [.. form["consents"].OfType<string>()]
        };
        if (string.IsNullOrWhiteSpace(typed.Name)) return Again(typed, NoName);
        var member = new MemberId(id);
        var created = await home.Member(member)
            .Put(typed.Profile(address), IfMatch.None, new(CallerRole.Member, member));
        // Sent twice, it creates the record once, and the second one only signs in.
        if (created.Refused(out var refusal, out _) && refusal.Code != VersionRefusals.Needed.Code)
            return Again(typed, FormErrors.Of(refusal, "name"));
        if ((await home.SignIn(address).Register(address, member)).Refused(out var no, out var known))
            return no.ToProblem();
        ticket.Delete(http);
        await sessions.Begin(http, known, coordinators.RoleOf(known), joining.Keep);
        return TypedResults.LocalRedirect(joining.Next);
    }

    private static FormErrors NoName => [new("name", "Enter a name. Any name that you like to be called will do.")];

    private static RazorComponentResult Again(NameModel typed, FormErrors errors) =>
        Page.Again<NamePage, NameModel>(typed with { Errors = errors });
}

/// <summary>The page that asks somebody new for their name.</summary>
public sealed record NameModel
{
    /// <summary>The name that was typed.</summary>
    public string? Name { get; init; }

    /// <summary>What they agree to, by the names of the API.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What the person says about themselves.</summary>
    internal MemberProfile Profile(EmailAddress address) => new()
    {
        Name = Name?.Trim() ?? "",
        Contact = new() { Email = address.Text },
        Consents = new()
        {
            NameToGroups = Consents.Contains("nameToGroups"),
            ContactToLeads = Consents.Contains("contactToLeads"),
            NoticesByMail = Consents.Contains("noticesByMail"),
        },
    };
}
