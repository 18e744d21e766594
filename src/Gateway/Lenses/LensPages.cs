using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Barriers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Lenses;

/// <summary>The pages on which people read about lenses, and leads say which helps their group now.</summary>
internal sealed class LensPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/lenses", List).ForMembers();
        site.Pages.MapGet("/lenses/{id}", Show).ForMembers();
        foreach (var act in (string[])["helps", "take-back"])
            site.Pages.MapGet($"/lenses/{{id}}/{act}", Back).ForMembers();
        site.Pages.MapPost("/lenses/{id}/helps", SayHelps).ForMembers();
        site.Pages.MapPost("/lenses/{id}/take-back", TakeBack).ForMembers();
    }

    private static async Task<RazorComponentResult> List(Home home, CurrentCaller by) =>
        Page.Of<LensListPage, LensListModel>(new(await home.Lenses.List(by.Caller)));

    private static async Task<Shown> Show(LensId id, Home home, CurrentCaller by) =>
        (await Read(id, home, by.Caller)).ToPage<LensPage, LensModel>();

    private static RedirectHttpResult Back(LensId id) => TypedResults.LocalRedirect($"/lenses/{id}");

    private static async Task<Sent> SayHelps(LensId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var why = form.Lines("why");
        var said = await home.Lens(id).SayHelps(form.Group(), new(why), by.Caller);
        if (!said.Refused(out var wrong, out _)) return Back(id);
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<LensPage, LensModel>(
            page with { Typed = why, TypedFor = form.Text("groupId"), Errors = [new("why", "Enter how it helps, "
                + "briefly.")] });
    }

    private static async Task<Sent> TakeBack(LensId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Lens(id).TakeBack(form.Group(), by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : Back(id);
    }

    private static async Task<Result<LensModel>> Read(LensId id, Home home, Caller by)
    {
        if ((await home.Lens(id).Get(by)).Refused(out var refusal, out var lens)) return refusal;
        var names = await home.ReadNames(lens.Helping.Select(help => help.GroupId), by);
        var led = (await home.ReadOwnGroups(by)).Where(group => group.IsLed());
        return new LensModel(lens, names, [.. led]);
    }
}

/// <summary>The lenses of the area.</summary>
/// <param name="Items">The lenses, by name.</param>
public sealed record LensListModel(IReadOnlyList<LensDetails> Items)
{
    /// <summary>Whether the caller can add one.</summary>
    public bool CanAdd => Items.Any(lens => lens.CanTakeBack);
}

/// <summary>One lens.</summary>
/// <param name="Details">The lens.</param>
/// <param name="Names">What the groups are called that it helps.</param>
/// <param name="Led">The groups that the caller leads.</param>
public sealed record LensModel(
    LensDetails Details, IReadOnlyDictionary<GroupId, string> Names, IReadOnlyList<HomeGroup> Led)
{
    /// <summary>Why it helps, as it was typed.</summary>
    public string? Typed { get; init; }

    /// <summary>For which of their groups.</summary>
    public string? TypedFor { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Where it is.</summary>
    public string Url => $"/lenses/{Details.Id}";

    /// <summary>Whether the caller leads a group.</summary>
    public bool Leads(GroupId id) => Led.Any(group => group.Id == id);
}
