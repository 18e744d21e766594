using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Claiming a record with the code on a slip of paper, which is only ever in a form.</summary>
internal sealed class ClaimPages : IEndpoints
{
    // The same for a code that never was, that was used and that is too old.
    private static readonly Sentence DoesNotWork = new(
        "This code does not work. Check each letter. A code works once, for {0} days: ask for a new one where you got "
            + "it.", SignInFields.SlipDaysValid);

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/claim", Show).AllowAnonymous();
        site.Pages.MapPost("/claim", Look).AllowAnonymous().WithinClaims();
        site.Pages.MapGet("/claim/yes", () => TypedResults.LocalRedirect("/claim")).AllowAnonymous();
        site.Pages.MapPost("/claim/yes", Claim).AllowAnonymous().WithinClaims();
        site.Pages.MapGet("/claim/no", ShowNo).AllowAnonymous();
    }

    private static Shown Show(CurrentCaller by, string? to = null) =>
        Page.Of<ClaimPage, ClaimModel>(new(by.Caller.Member is not null) { To = ReturnUrl.Of(to) });

    private static async Task<Sent> Look(IFormCollection form, Home home, CurrentCaller by)
    {
        var typed = new ClaimModel(by.Caller.Member is not null)
        {
            Code = form.Text("code"), To = ReturnUrl.Of(form["to"]),
        };
        if (typed.IsSignedIn) return Page.Of<ClaimPage, ClaimModel>(typed);
        if (!ClaimCode.TryParse(typed.Code, out var code))
            return Again(typed, new("Enter the 12 letters and numbers."));
        if (await home.Slips.Find(code.Digest) is not { } member) return Again(typed, DoesNotWork);
        return await Ask(home, member, code, typed.To);
    }

    private static async Task<Sent> Claim(
        IFormCollection form, Home home, AreaCoordinators coordinators, Sessions sessions, CurrentCaller by,
        HttpContext http)
    {
        // Sent twice, the second one finds somebody who has come in.
        var to = ReturnUrl.Of(form["to"]);
        var next = ReturnUrl.Via("/me/email", to);
        if (by.Caller.Member is not null) return TypedResults.LocalRedirect(next);
        if (!ClaimCode.TryParse(form["code"], out var code) || !Guid.TryParse(form["attempt"], out var attempt)
            || await home.Slips.Use(code.Digest, attempt) is not { } member)
            return Again(new(false) { To = to }, DoesNotWork);
        // From now on the record is theirs, whatever they do next.
        if ((await home.Member(member).Recognise(new(CallerRole.Member, member))).Refused(out var refusal, out _))
            return refusal.ToProblem();
        await sessions.Begin(http, member, coordinators.RoleOf(member), form["keep"].Count > 0);
        return TypedResults.LocalRedirect(next);
    }

    private static Shown ShowNo() => Page.Of<NotMePage>();

    // Whoever holds the slip sees the name and the groups, as the person themselves would, and nothing else.
    private static async Task<Sent> Ask(Home home, MemberId member, ClaimCode code, string? to)
    {
        var self = new Caller(CallerRole.Member, member);
        if ((await home.Member(member).Get(self)).Refused(out var refusal, out var person)) return refusal.ToProblem();
        var mine = (person.Groups ?? []).Where(one => one.Part >= Part.Member);
        var groups = await Task.WhenAll(mine.Select(one => home.Group(one.GroupId).Get(self)));
        var names = groups.Values().Select(group => group.Name);
        return Page.Of<IsThisYouPage, IsThisYouModel>(
            new(person.Name ?? "", [.. names.Order(StringComparer.CurrentCulture)], code.InAddress) { To = to });
    }

    private static Sent Again(ClaimModel typed, Sentence wrong) =>
        Page.Again<ClaimPage, ClaimModel>(typed with { Errors = [new("code", wrong)] });
}

/// <summary>The page that asks for the code on a slip.</summary>
/// <param name="IsSignedIn">Whether somebody is signed in, who has a record already.</param>
public sealed record ClaimModel(bool IsSignedIn)
{
    /// <summary>The page to go to once they are in.</summary>
    public string? To { get; init; }

    /// <summary>What was typed.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>The page that asks whether a record is about whoever has the slip.</summary>
/// <param name="Name">The name that was written down for them.</param>
/// <param name="Groups">The names of their groups.</param>
/// <param name="Code">The code.</param>
public sealed record IsThisYouModel(string Name, IReadOnlyList<string> Groups, string Code)
{
    /// <summary>The page to go to once they are in.</summary>
    public string? To { get; init; }

    /// <summary>An ID for the answer, so that a yes sent twice is one.</summary>
    public Guid Attempt { get; } = Guid.CreateVersion7();
}
