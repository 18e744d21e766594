using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Meetings;

/// <summary>The pages on which a lead logs a meeting, sees that it is saved, and changes it.</summary>
internal sealed class LogPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/log", Choose).ForMembers().KeptOffline();
        site.Pages.MapPost("/groups/{id}/log", LogOne).ForMembers();
        site.Pages.MapGet("/meetings/{id}/log", Show).ForMembers().KeptOffline();
        site.Pages.MapPost("/meetings/{id}/log", Log).ForMembers();
        site.Pages.MapGet("/meetings/{id}/saved", ShowSaved).ForMembers();
    }

    private static async Task<Shown> Choose(GroupId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLog(id, by.Caller, clock.GetUtcNow())).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return ToPage(page);
    }

    private static async Task<Shown> Show(MeetingId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLog(id, by.Caller, clock.GetUtcNow())).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return ToPage(page);
    }

    private static async Task<Sent> LogOne(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLog(id, by.Caller, clock.GetUtcNow())).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return await Record(LogForm.Of(form), page, home, by.Caller, clock.GetUtcNow());
    }

    private static async Task<Sent> Log(
        MeetingId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLog(id, by.Caller, clock.GetUtcNow())).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var sent = LogForm.Of(form);
        return CorrectionId.TryParse(sent.Correction, out var correction)
            ? await Correct(correction, sent, page, home, by.Caller, clock.GetUtcNow())
            : await Record(sent, page, home, by.Caller, clock.GetUtcNow());
    }

    private static async Task<Shown> ShowSaved(MeetingId id, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Get(by.Caller)).ToPage<SavedPage, MeetingDetails>();

    private static async Task<Sent> Record(LogForm sent, LogModel page, Home home, Caller by, DateTimeOffset now)
    {
        if (sent.Read(page, out var meeting, out var record) is { Count: > 0 } errors)
            return ToPage(page.With(sent, errors), StatusCodes.Status422UnprocessableEntity);
        if (!(await home.Meeting(meeting).Record(record, by)).Refused(out var refusal, out _)) return Saved(meeting);
        return refusal.Code == MeetingRefusals.AlreadyRecorded.Code
            ? await Differs(meeting, LogNews.LoggedMeanwhile, sent, home, by, now)
            : Refused(refusal, page, sent);
    }

    private static async Task<Sent> Correct(
        CorrectionId id, LogForm sent, LogModel page, Home home, Caller by, DateTimeOffset now)
    {
        var saved = page.Meeting!;
        if (saved.Corrections.Any(made => made.Id == id)) return Saved(saved.Id);
        if (sent.Version != $"{saved.Version}")
            return await Differs(saved.Id, LogNews.ChangedMeanwhile, sent, home, by, now);
        if (sent.Read(saved, out var correction) is { Count: > 0 } errors)
            return ToPage(page.With(sent, errors), StatusCodes.Status422UnprocessableEntity);
        if (correction is null) return Saved(saved.Id);
        var read = IfMatch.Exactly(saved.Version);
        if (!(await home.Meeting(saved.Id).Correct(id, correction, by, read)).Refused(out var refusal, out _))
            return Saved(saved.Id);
        return refusal.Kind == RefusalKind.Stale
            ? await Differs(saved.Id, LogNews.ChangedMeanwhile, sent, home, by, now)
            : Refused(refusal, page, sent);
    }

    // Somebody else was quicker: their record is shown, and beside it what this lead sent.
    private static async Task<Sent> Differs(
        MeetingId id, LogNews news, LogForm sent, Home home, Caller by, DateTimeOffset now)
    {
        if ((await home.ReadLog(id, by, now)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return ToPage(page with { News = news, Unsaved = sent }, StatusCodes.Status409Conflict);
    }

    private static Sent Refused(Refusal refusal, LogModel page, LogForm sent)
    {
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        FormErrors errors = [new(refusal.Field ?? "meeting", MeetingWords.Of(refusal))];
        return ToPage(page.With(sent, errors), StatusCodes.Status422UnprocessableEntity);
    }

    private static RedirectHttpResult Saved(MeetingId id) => TypedResults.LocalRedirect($"/meetings/{id}/saved");

    private static RazorComponentResult ToPage(LogModel page, int status = StatusCodes.Status200OK) =>
        Page.Of<LogPage, LogModel>(page, status);
}
