using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The form in which a keeper says how many of their group come, and what they need.</summary>
internal sealed class ComingPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var coming = site.Pages.MapGroup("/gatherings/{id}/coming").ForMembers();
        coming.MapGet("", Show);
        coming.MapPost("", Say);
    }

    private static async Task<Shown> Show(GatheringId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        return (await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page)
            ? refusal.ToProblem()
            : Page.Of<ComingPage, ComingModel>(ComingModel.Of(page));
    }

    private static async Task<Sent> Say(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var sent = new ComingModel(page)
        {
            People = form.Text("people"), Needs = [.. form["needs"].OfType<string>()],
        };
        if (!int.TryParse(sent.People, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
            return Again(sent, [new("people", "Enter how many people are coming, such as 6.")]);
        var needs = sent.Needs.Select(Words<AccessNeed>.Find).OfType<AccessNeed>().Order();
        var said = await home.Tables(id).SayComing(
            page.Mine!.Keeper.GroupId, new() { People = people, Needs = [.. needs] }, by.Caller);
        if (!said.Refused(out refusal, out _)) return TypedResults.LocalRedirect($"/gatherings/{id}");
        return refusal.CanBeMended() ? Again(sent, refusal.At("people")) : refusal.ToProblem();
    }

    private static Sent Again(ComingModel page, FormErrors errors) =>
        Page.Again<ComingPage, ComingModel>(page with { Errors = errors });
}

/// <summary>How many of a keeper's group come, as it was typed.</summary>
/// <param name="Page">The gathering.</param>
public sealed record ComingModel(GatheringModel Page)
{
    /// <summary>How many.</summary>
    public string People { get; init; } = "";

    /// <summary>The needs that are ticked.</summary>
    public ImmutableHashSet<string> Needs { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What their keeper has said before.</summary>
    internal static ComingModel Of(GatheringModel page)
    {
        var said = page.Mine?.Keeper.Coming;
        return new(page)
        {
            People = said is null ? "" : $"{said.People}",
            Needs = [.. said?.Needs.Select(Words<AccessNeed>.Of) ?? []],
        };
    }
}
