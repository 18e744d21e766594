using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>What a person agrees to: each consent by itself, to give and to withdraw.</summary>
internal sealed class ConsentPages : IEndpoints
{
    private const string Yes = "yes";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/consents", Show).ForMembers();
        site.Pages.MapPost("/me/consents/{what}", Change).ForMembers();
    }

    private static async Task<Shown> Show(Home home, CurrentCaller by) =>
        (await home.Member(by.Caller.Member!.Value).Get(by.Caller)).ToPage<ConsentsPage, MemberDetails>();

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Change(
        string what, IFormCollection form, Home home, CurrentCaller by)
    {
        if (Changed(what, form["given"] == Yes) is not { } changes) return RequestRefusals.NoSuchAddress.ToProblem();
        var me = home.Member(by.Caller.Member!.Value);
        if ((await me.Get(by.Caller)).Refused(out var unknown, out var person)) return unknown.ToProblem();
        var says = new MemberProfile { Name = person.Name!, Consents = changes };
        var saved = await me.Put(says, IfMatch.Exactly(person.Version), by.Caller);
        return saved.Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect($"/me/consents#{what}");
    }

    private static ConsentChanges? Changed(string what, bool given) => what switch
    {
        "nameToGroups" => new() { NameToGroups = given },
        "contactToLeads" => new() { ContactToLeads = given },
        "helpsToLeads" => new() { HelpsToLeads = given },
        "noticesByMail" => new() { NoticesByMail = given },
        _ => null,
    };
}
