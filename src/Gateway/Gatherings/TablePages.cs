using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The pages on which keepers lay tables, and say how many people sit at each.</summary>
internal sealed class TablePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var tables = site.Pages.MapGroup("/gatherings/{id}/tables").ForMembers();
        tables.MapGet("", New);
        tables.MapPost("", LayNew);
        tables.MapGet("/{tableId}", Change);
        tables.MapPost("/{tableId}", LayAgain);
        tables.MapGet("/on-this-phone", (GatheringId id) => TypedResults.LocalRedirect($"/gatherings/{id}"));
        tables.MapPost("/on-this-phone", TakePapers);
        foreach (var act in (string[])["code", "taken-away"])
        {
            tables.MapGet(
                $"/{{tableId}}/{act}",
                (GatheringId id, TableId tableId) => TypedResults.LocalRedirect($"/gatherings/{id}/tables/{tableId}"));
        }
        tables.MapPost("/{tableId}/code", ChangeCode);
        tables.MapPost("/{tableId}/taken-away", TakeAway);
    }

    private static async Task<Shown> New(GatheringId id, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return Page.Of<TablePage, TableModel>(new(page, new(Guid.CreateVersion7())) { Label = FirstFree(page) });
    }

    private static async Task<Sent> LayNew(
        GatheringId id, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var table = TableId.TryParse(form["id"], out var given) ? given : new(Guid.CreateVersion7());
        var label = form.Text("label");
        // Whoever goes back to the form that laid one table lays another with it.
        if (page.LabelOf(table) is { } known && Words<Animal>.Of(known) != label)
            return Again(
                new(page, new(Guid.CreateVersion7()))
                {
                    Label = label, Present = form.Text("present"), Slips = form.Text("slips"),
                },
                [new("label", "You have added that one already. Press the button again to add this one too.")]);
        // With its animal, one that was taken away comes back, and so does its paper.
        var away = page.Gathering.TakenAway.FirstOrDefault(one => Words<Animal>.Of(one.Label) == label);
        return await Lay(id, away?.Id ?? table, form, home, clock, by);
    }

    private static async Task<Shown> Change(
        GatheringId id, TableId tableId, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return TableModel.Of(page, tableId) is { } model
            ? Page.Of<TablePage, TableModel>(model)
            : GatheringRefusals.TableNotFound.ToProblem();
    }

    private static async Task<Sent> LayAgain(
        GatheringId id, TableId tableId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        if (page.LabelOf(tableId) is null) return GatheringRefusals.TableNotFound.ToProblem();
        return await Lay(id, tableId, form, home, clock, by);
    }

    private static async Task<Sent> Lay(
        GatheringId id, TableId table, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var sent = new TableModel(page, table)
        {
            Label = form.Text("label"), Present = form.Text("present"), Slips = form.Text("slips"),
        };
        if (Words<Animal>.Find(sent.Label) is not { } label) return Again(sent, [new("label", "Choose an animal.")]);
        if (!int.TryParse(sent.Present, NumberStyles.None, CultureInfo.InvariantCulture, out var present))
            return Again(sent, [new("present", "Enter how many people sit at it, such as 6.")]);
        if (!TryReadSlips(sent.Slips, out var slips))
            return Again(sent, [new("slips", "Enter how many slips it gets, such as 6, or leave it empty.")]);
        if ((await home.Gathering(id).Lay(table, new(label, present), by.Caller)).Refused(out refusal, out var laid))
            return refusal.CanBeMended() ? Again(sent, refusal.At("label")) : refusal.ToProblem();
        // Left empty, it keeps those that it has.
        if (slips is null || slips == laid.Answer.Slips
            || !(await home.Paper(id).MakeSlips(table, new(slips.Value), by.Caller)).Refused(out refusal, out _))
            return TypedResults.LocalRedirect($"/gatherings/{id}/tables");
        return refusal.CanBeMended() ? Again(sent, [new("slips", GatheringWords.Of(refusal))]) : refusal.ToProblem();
    }

    private static async Task<Sent> ChangeCode(
        GatheringId id, TableId tableId, IFormCollection form, Home home, CurrentCaller by)
    {
        _ = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return (await home.Paper(id).ChangeCode(tableId, new(number), by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect($"/gatherings/{id}/tables/{tableId}");
    }

    // One phone in the hall is enough: whoever keeps the gathering need not scan the paper of each table.
    private static async Task<Sent> TakePapers(
        GatheringId id, IFormCollection form, Home home, TableTicket ticket, HttpContext http, CurrentCaller by)
    {
        if ((await home.Paper(id).GetPaper(by.Caller)).Refused(out var refusal, out var paper))
            return refusal.ToProblem();
        ticket.Write(http, paper.Tables.Take(HeldPapers.Max).Select(one => new TableRight(id, one.TableId, one.Right)));
        return TypedResults.LocalRedirect("/tables");
    }

    private static async Task<Sent> TakeAway(
        GatheringId id, TableId tableId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if (!(await home.Tables(id).TakeAway(tableId, by.Caller)).Refused(out var wrong, out _))
            return TypedResults.LocalRedirect($"/gatherings/{id}/tables");
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return TableModel.Of(page, tableId) is { } model ? Again(model, wrong.At("present")) : wrong.ToProblem();
    }

    private static bool TryReadSlips(string text, out int? slips)
    {
        slips = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return slips is not null || text.Length == 0;
    }

    private static string FirstFree(GatheringModel page)
    {
        var taken = page.Gathering.Tables.Select(table => Words<Animal>.Of(table.Label));
        return Words<Animal>.All.Except(taken).First();
    }

    private static Sent Again(TableModel page, FormErrors errors) =>
        Page.Again<TablePage, TableModel>(page with { Errors = errors });
}

/// <summary>The form in which a table is laid or changed.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Id">The table; for a new one made by the page, so that sending the form twice lays one.</param>
public sealed record TableModel(GatheringModel Page, TableId Id)
{
    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>How many people sit at it, as it was typed.</summary>
    public string Present { get; init; } = "";

    /// <summary>How many slips it gets, as it was typed; empty for those that it has.</summary>
    public string Slips { get; init; } = "";

    /// <summary>Which of its codes works; null where it cannot be changed.</summary>
    public int? Code { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it is not laid yet.</summary>
    public bool IsNew => Page.LabelOf(Id) is null;

    /// <summary>A table as it is laid; null if it is not.</summary>
    internal static TableModel? Of(GatheringModel page, TableId id)
    {
        if (page.Gathering.Tables.FirstOrDefault(one => one.Id == id) is not { } table) return null;
        return new(page, id)
        {
            Label = Words<Animal>.Of(table.Label),
            Present = $"{table.Present}",
            Slips = table.Slips is > 0 and var number ? $"{number}" : "",
            Code = table.Code,
        };
    }
}
