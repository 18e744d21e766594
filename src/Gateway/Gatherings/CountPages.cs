using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The page on which a keeper enters what the tables have written on their sheets.</summary>
internal sealed class CountPages : IEndpoints
{
    private const string At = "/gatherings/{id}/questions/{questionId}/count";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Enter).ForMembers();
    }

    private static async Task<Shown> Show(
        GatheringId id, QuestionId questionId, HttpRequest request, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, questionId, home, clock, by.Caller)).Refused(out var refusal, out var sheet))
            return refusal.ToProblem();
        var table = request.Query["table"].ToString();
        var isRecount = sheet.Tables.Any(one => $"{one.TableId}" == table && one.State == TallyState.Differs);
        return Page.Of<CountPage, CountModel>(sheet with
        {
            Form = CountForm.New(sheet.Question.Asks, table, isRecount),
            Entered = TableId.TryParse(request.Query["entered"], out var entered) ? entered : null,
        });
    }

    private static async Task<Sent> Enter(
        GatheringId id, QuestionId questionId, IFormCollection form, Home home, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, questionId, home, clock, by.Caller)).Refused(out var refusal, out var sheet))
            return refusal.ToProblem();
        sheet = sheet with { Form = CountForm.Of(form, sheet.Question.Asks) };
        if (sheet.Form.Read(sheet.Question.Asks, sheet.Tables, out var counted) is { Count: > 0 } errors)
            return Again(sheet, errors);
        if (sheet.Form.IsRecount)
            counted = counted with { Replaces = await Replaced(sheet, counted.TableId, home, by.Caller) };
        var entered = await home.Questions(id).Enter(questionId, sheet.Form.Id, counted, by.Caller);
        if (!entered.Refused(out refusal, out _))
            return TypedResults.LocalRedirect($"{sheet.Url}?entered={counted.TableId}");
        // The ID was used for other numbers: these are another entry.
        if (refusal.Code == GatheringRefusals.TallyDiffers.Code)
            sheet = sheet with { Form = sheet.Form with { Id = new(Guid.CreateVersion7()) } };
        return refusal.CanBeMended() ? Again(sheet, CountForm.Refused(refusal, counted)) : refusal.ToProblem();
    }

    // A form that is sent again replaces what it replaced the first time.
    private static async Task<ImmutableArray<TallyId>> Replaced(
        CountModel sheet, TableId table, Home home, Caller by)
    {
        var known = await home.Questions(sheet.Page.Gathering.Id).GetTally(sheet.Question.Id, sheet.Form.Id, by);
        return known.Refused(out _, out var entry)
            ? sheet.Tables.First(one => one.TableId == table).Tallies
            : entry.Counted.Replaces;
    }

    private static async Task<Result<CountModel>> Read(
        GatheringId id, QuestionId questionId, Home home, TimeProvider clock, Caller by)
    {
        if ((await home.ReadKept(id, clock, by)).Refused(out var refusal, out var page)) return refusal;
        if (page.Find(questionId) is not { } question || !question.HasSheet)
            return GatheringRefusals.QuestionNotFound;
        if (question.State is QuestionState.Draft or QuestionState.Ready) return GatheringRefusals.QuestionState;
        return new CountModel(page, question);
    }

    private static Sent Again(CountModel sheet, FormErrors errors) =>
        Page.Again<CountPage, CountModel>(sheet with { Errors = errors });
}

/// <summary>The form for a table's sheet.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Question">The question.</param>
public sealed record CountModel(GatheringModel Page, QuestionDetails Question)
{
    /// <summary>What is filled in.</summary>
    public CountForm Form { get; init; } = new();

    /// <summary>The table that has just been entered.</summary>
    public TableId? Entered { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The tables that are asked.</summary>
    public IReadOnlyList<TalliedTable> Tables => Page.TablesOf(Question.Id);

    /// <summary>The address of the page.</summary>
    public string Url => $"{Page.Url}/questions/{Question.Id}/count";
}
