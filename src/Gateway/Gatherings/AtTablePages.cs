using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// The pages on which whoever holds the papers of tables enters their counts. Nobody signs in; the browser keeps the
/// rights in a cookie, and no address has one.
/// </summary>
internal sealed class AtTablePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var tables = site.Pages.MapGroup("/tables").AllowAnonymous();
        tables.MapGet("", Show).KeptOffline();
        tables.MapPost("", Sit);
        tables.MapPost("/away", PutAway);
        tables.MapGet("/{tableId}", ShowTable).KeptOffline();
        tables.MapGet("/{tableId}/{questionId}", ShowSheet).KeptOffline();
        tables.MapPost("/{tableId}/{questionId}", Enter);
        tables.MapPut("/{tableId}/{questionId}/{tallyId}", EnterKept);
    }

    /// <summary>The address of a table's page.</summary>
    public static string UrlOf(TableId table) => $"/tables/{table}";

    /// <summary>The address of a table's form for a question.</summary>
    public static string UrlOf(TableSheet sheet) => $"{UrlOf(sheet.Table.TableId)}/{sheet.Question.Id}";

    private static async Task<Shown> Show(Home home, TableTicket ticket, HttpContext http) =>
        Page.Of<TableCodePage, TableCodeModel>(new("") { Held = await ReadAll(home, ticket, http) });

    private static async Task<Sent> Sit(
        IFormCollection form, Home home, CodeTries tries, TableTicket ticket, HttpContext http)
    {
        var typed = form.Text("code");
        if (!(await Find(form, typed, home, tries, http)).Refused(out var refusal, out var right))
        {
            ticket.Write(http, right);
            return TypedResults.LocalRedirect(UrlOf(right.TableId));
        }
        if (refusal.Code == RequestRefusals.TooMany.Code) return CodeTries.Refuse(http, refusal);
        var held = await ReadAll(home, ticket, http);
        return Page.Again<TableCodePage, TableCodeModel>(new(typed) { Held = held, Errors = refusal.At("code") });
    }

    private static RedirectHttpResult PutAway(IFormCollection form, TableTicket ticket, HttpContext http)
    {
        ticket.Delete(http);
        return TypedResults.LocalRedirect("/tables");
    }

    // Whoever scans the QR code brings the right itself, which a script puts into the form.
    private static async Task<Result<TableRight>> Find(
        IFormCollection form, string typed, Home home, CodeTries tries, HttpContext http)
    {
        if (form.Text("right") is not { Length: > 0 } scanned)
            return await tries.Try(http, typed, PaperCode.TableLength, home.Gatherings.FindTable);
        if (HeldPapers.Read(scanned) is not { } right) return GatheringRefusals.UnknownCode;
        return (await home.Paper(right.GatheringId).GetSheets(right, "")).Map(_ => right);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> ShowTable(
        TableId tableId, Home home, TableTicket ticket, HttpContext http, HttpRequest request)
    {
        if (await Read(tableId, home, ticket, http) is not var (_, _, sheets))
            return TypedResults.LocalRedirect("/tables");
        var entered = QuestionId.TryParse(request.Query["entered"], out var question) ? question : default(QuestionId?);
        return Page.Of<AtTablePage, AtTableModel>(new(sheets, entered));
    }

    private static async Task<Sent> ShowSheet(
        TableId tableId, QuestionId questionId, Home home, TableTicket ticket, HttpContext http)
    {
        if (await Read(tableId, home, ticket, http) is not var (_, _, sheets))
            return TypedResults.LocalRedirect("/tables");
        if (Find(sheets, questionId) is not { } sheet) return GatheringRefusals.QuestionNotFound.ToProblem();
        var isRecount = sheet.Table.State == TallyState.Differs;
        var form = CountForm.New(sheet.Question.Asks, $"{tableId}", isRecount);
        return Page.Of<TableSheetPage, TableSheetModel>(new(sheets, sheet, form));
    }

    private static async Task<Sent> Enter(
        TableId tableId, QuestionId questionId, IFormCollection form, Home home, TableTicket ticket, HttpContext http)
    {
        if (await Read(tableId, home, ticket, http) is not var (right, device, sheets))
            return TypedResults.LocalRedirect("/tables");
        if (Find(sheets, questionId) is not { } sheet) return GatheringRefusals.QuestionNotFound.ToProblem();
        var asks = sheet.Question.Asks;
        var sent = CountForm.Of(form, asks) with { TableId = $"{tableId}" };
        var page = new TableSheetModel(sheets, sheet, sent);
        if (sent.Read(asks, [sheet.Table], out var counted) is { Count: > 0 } errors) return Again(page, errors);
        // A form that is sent again replaces what it replaced the first time.
        var known = sheet.Mine.FirstOrDefault(one => one.Id == sent.Id);
        if (sent.IsRecount) counted = counted with { Replaces = known?.Counted.Replaces ?? sheet.Table.Tallies };
        var entered = await home.Paper(right.GatheringId).EnterAt(right, device, questionId, sent.Id, counted);
        if (!entered.Refused(out var refusal, out _))
            return TypedResults.LocalRedirect($"{UrlOf(tableId)}?entered={questionId}");
        // The ID was used for other numbers: these are another entry.
        if (refusal.Code == GatheringRefusals.TallyDiffers.Code)
            page = page with { Form = sent with { Id = new(Guid.CreateVersion7()) } };
        return refusal.CanBeMended() ? Again(page, CountForm.Refused(refusal, counted)) : refusal.ToProblem();
    }

    // What a phone kept, as its script sends it. The browser may hold that table's paper no longer.
    private static async Task<Results<Ok<TallyDetails>, Created<TallyDetails>, ProblemHttpResult>> EnterKept(
        TableId tableId, QuestionId questionId, TallyId tallyId, EnterTally counted, Home home, TableTicket ticket,
        HttpContext http)
    {
        if (ticket.Read(http) is not { } held || held.Find(tableId) is not { } right)
            return GatheringRefusals.UnknownCode.ToProblem();
        return (await home.Paper(right.GatheringId).EnterAt(right, held.Device, questionId, tallyId, counted))
            .ToHttp(http.Request);
    }

    private static async Task<(TableRight Right, string Device, TableSheets Sheets)?> Read(
        TableId table, Home home, TableTicket ticket, HttpContext http)
    {
        if (ticket.Read(http) is not { } held || held.Find(table) is not { } right) return null;
        return (await home.Paper(right.GatheringId).GetSheets(right, held.Device)).Refused(out _, out var sheets)
            ? null
            : (right, held.Device, sheets);
    }

    // Of one whose code works no more, nothing is said.
    private static async Task<IReadOnlyList<TableSheets>> ReadAll(Home home, TableTicket ticket, HttpContext http)
    {
        if (ticket.Read(http) is not { } held) return [];
        var read = await Task.WhenAll(
            held.Tables.Select(right => home.Paper(right.GatheringId).GetSheets(right, held.Device)));
        return [.. read.Select(one => one.Refused(out _, out var sheets) ? null : sheets).OfType<TableSheets>()];
    }

    private static TableSheet? Find(TableSheets sheets, QuestionId id) =>
        sheets.Questions.FirstOrDefault(one => one.Question.Id == id);

    private static Sent Again(TableSheetModel page, FormErrors errors) =>
        Page.Again<TableSheetPage, TableSheetModel>(page with { Errors = errors });
}

/// <summary>The form for the code of a table, and the tables whose papers the device holds.</summary>
/// <param name="Code">The code as it was typed.</param>
public sealed record TableCodeModel(string Code)
{
    /// <summary>Those tables.</summary>
    public IReadOnlyList<TableSheets> Held { get; init; } = [];

    /// <summary>What is wrong with the code.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
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
