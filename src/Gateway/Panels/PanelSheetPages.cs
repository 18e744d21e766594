using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Panels;

/// <summary>The form for the sheet of one candidate.</summary>
internal sealed class PanelSheetPages : IEndpoints
{
    private const string At = "/panels/{id}/candidates/{letter}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Enter).ForMembers();
    }

    private static async Task<Shown> Show(PanelId id, string letter, Home home, CurrentCaller by) =>
        (await Read(id, letter, home, by.Caller)).ToPage<PanelSheetPage, PanelSheetModel>();

    private static async Task<Sent> Enter(
        PanelId id, string letter, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await Read(id, letter, home, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        page = page with { Form = PanelSheetForm.Of(page.Panel, form) };
        if (page.Form.Read(page.Panel, out var sheet) is { Count: > 0 } errors) return Again(page, errors);
        var read = page.Form.Version == 0 ? IfMatch.None : IfMatch.Exactly(page.Form.Version);
        if (!(await home.Panel(id).Enter(page.Candidate, sheet, read, by.Caller)).Refused(out var wrong, out _))
            return PanelPages.Back(id);
        if (wrong.Kind is RefusalKind.Stale or RefusalKind.VersionNeeded)
            return Again(
                page with { Form = page.Form with { Version = page.Known?.Version ?? 0 } },
                [new(
                    PanelSheetForm.NameOf(0, "up"),
                    "Another lead has entered this sheet. Saving it now replaces what they entered.")]);
        return wrong.Field is null
            ? wrong.ToProblem()
            : Again(page, [new(PanelSheetForm.NameOf(0, "up"), PanelWords.Of(wrong))]);
    }

    // A page that is not there is not found, whatever its address looks like.
    private static async Task<Result<PanelSheetModel>> Read(PanelId id, string letter, Home home, Caller by)
    {
        if ((await home.Panel(id).Get(by)).Refused(out var refusal, out var panel)) return refusal;
        if (!CandidateLetter.TryParse(letter, out var named)) return PanelRefusals.CandidateNotFound;
        var candidate = named.Value;
        if ((int)candidate >= panel.SetUp.Candidates) return PanelRefusals.CandidateNotFound;
        if (panel.State != PanelState.Agreed) return PanelRefusals.NotAgreed;
        var known = panel.Sheets.FirstOrDefault(sheet => sheet.Candidate == candidate);
        return new PanelSheetModel(panel, candidate, PanelSheetForm.Of(panel, known)) { Known = known };
    }

    private static Sent Again(PanelSheetModel page, FormErrors errors) =>
        Page.Again<PanelSheetPage, PanelSheetModel>(page with { Errors = errors });
}

/// <summary>The form for the sheet of one candidate.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Form">What is filled in.</param>
public sealed record PanelSheetModel(PanelDetails Panel, Candidate Candidate, PanelSheetForm Form)
{
    /// <summary>The sheet that is in, if there is one.</summary>
    public SheetDetails? Known { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
