using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// The pages on which whoever holds a table's paper enters its counts. Nobody signs in; the browser keeps the right in
/// a cookie, and no address has it.
/// </summary>
internal sealed class AtTablePages : IEndpoints
{
    private const string Mine = "/tables/mine";

    public static void Map(SiteMap site)
    {
        var tables = site.Pages.MapGroup("/tables").AllowAnonymous();
        tables.MapGet("", Show).KeptOffline();
        tables.MapPost("", Sit);
        tables.MapGet("/mine", ShowMine).KeptOffline();
        tables.MapGet("/mine/{questionId}", ShowSheet).KeptOffline();
        tables.MapPost("/mine/{questionId}", Enter);
        tables.MapPut("/mine/{questionId}/{tallyId}", EnterKept);
    }

    private static Shown Show() => Page.Of<TableCodePage, SlipCodeModel>(new(""));

    private static async Task<Sent> Sit(
        IFormCollection form, Home home, CodeTries tries, TableTicket ticket, HttpContext http)
    {
        var typed = form.Text("code");
        if ((await Find(form, typed, home, tries, http)).Refused(out var refusal, out var right))
        {
            if (refusal.Code == RequestRefusals.TooMany.Code) return CodeTries.Refuse(http, refusal);
            return Page.Again<TableCodePage, SlipCodeModel>(new(typed) { Errors = refusal.At("code") });
        }
        ticket.Write(http, right);
        return TypedResults.LocalRedirect(Mine);
    }

    // Whoever scans the QR code brings the right itself, which a script puts into the form.
    private static async Task<Result<TableRight>> Find(
        IFormCollection form, string typed, Home home, CodeTries tries, HttpContext http)
    {
        if (form.Text("right").Split('.') is not [var gathering, var table, var secret])
            return await tries.Try(http, typed, PaperCode.TableLength, home.Gatherings.FindTable);
        var right = new SeatedAt(gathering, table, secret, "").TableRight;
        var sheets = await home.Paper(right.GatheringId).GetSheets(right, "");
        return sheets.Map(_ => right);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> ShowMine(
        Home home, TableTicket ticket, HttpContext http, HttpRequest request)
    {
        if (await Read(home, ticket, http) is not var (_, sheets)) return TypedResults.LocalRedirect("/tables");
        var entered = QuestionId.TryParse(request.Query["entered"], out var question) ? question : default(QuestionId?);
        return Page.Of<AtTablePage, AtTableModel>(new(sheets, entered));
    }

    private static async Task<Sent> ShowSheet(QuestionId questionId, Home home, TableTicket ticket, HttpContext http)
    {
        if (await Read(home, ticket, http) is not var (_, sheets)) return TypedResults.LocalRedirect("/tables");
        if (Find(sheets, questionId) is not { } sheet) return GatheringRefusals.QuestionNotFound.ToProblem();
        var isRecount = sheet.Table.State == TallyState.Differs;
        var form = CountForm.New(sheet.Question.Asks, $"{sheet.Table.TableId}", isRecount);
        return Page.Of<TableSheetPage, TableSheetModel>(new(sheets, sheet, form));
    }

    private static async Task<Sent> Enter(
        QuestionId questionId, IFormCollection form, Home home, TableTicket ticket, HttpContext http)
    {
        if (await Read(home, ticket, http) is not var (seat, sheets)) return TypedResults.LocalRedirect("/tables");
        if (Find(sheets, questionId) is not { } sheet) return GatheringRefusals.QuestionNotFound.ToProblem();
        var asks = sheet.Question.Asks;
        var sent = CountForm.Of(form, asks) with { TableId = $"{sheet.Table.TableId}" };
        var page = new TableSheetModel(sheets, sheet, sent);
        if (sent.Read(asks, [sheet.Table], out var counted) is { Count: > 0 } errors) return Again(page, errors);
        // A form that is sent again replaces what it replaced the first time.
        var known = sheet.Mine.FirstOrDefault(one => one.Id == sent.Id);
        if (sent.IsRecount) counted = counted with { Replaces = known?.Counted.Replaces ?? sheet.Table.Tallies };
        var entered = await home.Paper(seat.TableRight.GatheringId)
            .EnterAt(seat.TableRight, seat.Device, questionId, sent.Id, counted);
        if (!entered.Refused(out var refusal, out _)) return TypedResults.LocalRedirect($"{Mine}?entered={questionId}");
        // The ID was used for other numbers: these are another entry.
        if (refusal.Code == GatheringRefusals.TallyDiffers.Code)
            page = page with { Form = sent with { Id = new(Guid.CreateVersion7()) } };
        return refusal.CanBeMended() ? Again(page, CountForm.Refused(refusal, counted)) : refusal.ToProblem();
    }

    // What a phone kept, as its script sends it. The browser may hold another table's paper by now.
    private static async Task<Results<Ok<TallyDetails>, Created<TallyDetails>, ProblemHttpResult>> EnterKept(
        QuestionId questionId, TallyId tallyId, EnterTally counted, Home home, TableTicket ticket, HttpContext http)
    {
        if (ticket.Read(http) is not { } seat) return GatheringRefusals.UnknownCode.ToProblem();
        var right = seat.TableRight;
        return (await home.Paper(right.GatheringId).EnterAt(right, seat.Device, questionId, tallyId, counted))
            .ToHttp(http.Request);
    }

    private static async Task<(SeatedAt Seat, TableSheets Sheets)?> Read(
        Home home, TableTicket ticket, HttpContext http)
    {
        if (ticket.Read(http) is not { } seat) return null;
        var right = seat.TableRight;
        return (await home.Paper(right.GatheringId).GetSheets(right, seat.Device)).Refused(out _, out var sheets)
            ? null
            : (seat, sheets);
    }

    private static TableSheet? Find(TableSheets sheets, QuestionId id) =>
        sheets.Questions.FirstOrDefault(one => one.Question.Id == id);

    private static Sent Again(TableSheetModel page, FormErrors errors) =>
        Page.Again<TableSheetPage, TableSheetModel>(page with { Errors = errors });
}

/// <summary>What a table can enter.</summary>
/// <param name="Sheets">The questions.</param>
/// <param name="Entered">The question whose count has just been entered.</param>
public sealed record AtTableModel(TableSheets Sheets, QuestionId? Entered);

/// <summary>The form for the sheet of one question.</summary>
/// <param name="Sheets">The table.</param>
/// <param name="Sheet">The question.</param>
/// <param name="Form">What is filled in.</param>
public sealed record TableSheetModel(TableSheets Sheets, TableSheet Sheet, CountForm Form)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
