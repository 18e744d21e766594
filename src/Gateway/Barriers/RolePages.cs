using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>
/// How a coordinator names the roles that barriers are put to, and gives a way in to somebody who answers for one.
/// </summary>
internal sealed class RolePages : IEndpoints
{
    private const string At = "/roles/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/roles", List).ForCoordinators();
        site.Pages.MapPost("/roles", Add).ForCoordinators();
        site.Pages.MapGet(At, Show).ForCoordinators();
        site.Pages.MapPost(At, Rename).ForCoordinators();
        site.Pages.MapPost($"{At}/slip", MakeSlip).ForCoordinators();
        site.Pages.MapPost($"{At}/vacancy", Vacate).ForCoordinators();
        foreach (var act in (string[])["slip", "vacancy"]) site.Pages.MapGet($"{At}/{act}", Back).ForCoordinators();
    }

    private static async Task<RazorComponentResult> List(Home home, CurrentCaller by) =>
        Page.Of<RoleListPage, RoleListModel>(new(await home.Barriers.ListRoles(by.Caller)));

    private static async Task<Shown> Show(RoleId id, Home home, CurrentCaller by)
    {
        return (await home.Role(id).Get(by.Caller)).Refused(out var refusal, out var role)
            ? refusal.ToProblem()
            : Page.Of<RolePage, RoleModel>(new(role));
    }

    private static RedirectHttpResult Back(RoleId id) => TypedResults.LocalRedirect($"/roles/{id}");

    private static async Task<Sent> Add(IFormCollection form, Home home, CurrentCaller by)
    {
        var id = RoleId.TryParse(form["roleId"], out var given) ? given : new(Guid.CreateVersion7());
        var name = form.Text("name");
        if (!(await home.Role(id).Put(new(name), by.Caller)).Refused(out var refusal, out _)) return Back(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        return Page.Again<RoleListPage, RoleListModel>(
            new(await home.Barriers.ListRoles(by.Caller)) { Name = name, Errors = BarrierWords.Of(refusal, "name") });
    }

    private static async Task<Sent> Rename(RoleId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.Role(id).Get(by.Caller)).Refused(out var refusal, out var role)) return refusal.ToProblem();
        var name = form.Text("name");
        if (!(await home.Role(id).Put(new(name, role.HolderId), by.Caller)).Refused(out refusal, out _))
            return Back(id);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        return Page.Again<RolePage, RoleModel>(new(role) { Name = name, Errors = BarrierWords.Of(refusal, "name") });
    }

    // Whoever answers gets a record of its own, which belongs to no group. The code is shown in the answer, and never
    // again; if the form is sent twice, the second answer has the code.
    private static async Task<Shown> MakeSlip(
        RoleId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock, HttpRequest request)
    {
        if ((await home.Role(id).Get(by.Caller)).Refused(out var refusal, out var role)) return refusal.ToProblem();
        if (!MemberId.TryParse(form["memberId"], out var holder)) return RequestRefusals.NoSuchAddress.ToProblem();
        var profile = new MemberProfile { Name = role.Name };
        if ((await home.Member(holder).Put(profile, IfMatch.None, by.Caller)).Refused(out refusal, out _))
            return refusal.ToProblem();
        if ((await home.Role(id).Put(new(role.Name, holder), by.Caller)).Refused(out refusal, out _))
            return refusal.ToProblem();
        var code = ClaimCode.New();
        if ((await home.Slips.Make(code.Digest, holder, by.Caller)).Refused(out refusal, out _))
            return refusal.ToProblem();
        return Page.Of<SlipPage, SlipModel>(
            SlipModel.Of(code, home.SiteOf(request), $"/roles/{id}", clock.GetUtcNow()) with { Role = role.Name });
    }

    private static async Task<Sent> Vacate(RoleId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.Role(id).Get(by.Caller)).Refused(out var refusal, out var role)) return refusal.ToProblem();
        return (await home.Role(id).Put(new(role.Name), by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : Back(id);
    }
}

/// <summary>The roles of the area.</summary>
/// <param name="Roles">The roles, by name.</param>
public sealed record RoleListModel(IReadOnlyList<RoleDetails> Roles)
{
    /// <summary>The name of a new one, as it was typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>One role on its page.</summary>
/// <param name="Role">The role.</param>
public sealed record RoleModel(RoleDetails Role)
{
    /// <summary>Its name, as it was typed.</summary>
    public string Name { get; init; } = Role.Name;

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
