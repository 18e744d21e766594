using System.Globalization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The pages on which a lead changes when the group meets, and lets it pause.</summary>
internal sealed class TimesPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/times", Show).ForMembers();
        site.Pages.MapGet("/groups/{id}/times/add", ShowForm<SeriesPage>).ForMembers();
        site.Pages.MapPost("/groups/{id}/times/add", Add).ForMembers();
        site.Pages.MapGet("/groups/{id}/series/{series}", ShowForm<SeriesPage>).ForMembers();
        site.Pages.MapPost("/groups/{id}/series/{series}", Change).ForMembers();
        site.Pages.MapGet("/groups/{id}/series/{series}/stop", ShowForm<StopPage>).ForMembers();
        site.Pages.MapPost("/groups/{id}/series/{series}/stop", Stop).ForMembers();
        site.Pages.MapGet("/groups/{id}/pauses/add", ShowForm<PausePage>).ForMembers();
        site.Pages.MapPost("/groups/{id}/pauses/add", Pause).ForMembers();
        site.Pages.MapPost("/groups/{id}/pauses/end", EndPause).ForMembers();
        site.Pages.MapGet("/groups/{id}/pauses/end", (GroupId id) => TypedResults.LocalRedirect(UrlOf(id)))
            .ForMembers();
    }

    private static async Task<Sent> Show(GroupId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<TimesPage, TimesModel>(new(group, Periods.Today(clock)));
    }

    private static async Task<Sent> ShowForm<TPage>(
        GroupId id, Home home, CurrentCaller by, TimeProvider clock, string? series = null)
        where TPage : PageOf<TimesModel>
    {
        var read = await Read(id, series, home, by, clock);
        return read.Refused(out var refusal, out var page) ? refusal.ToProblem() : Page.Of<TPage, TimesModel>(page);
    }

    private static async Task<Sent> Add(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await Read(id, null, home, by, clock)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        page = page with { Form = SeriesForm.Of(form) };
        FormErrors errors = [];
        if (page.Form.Read(errors) is not { } version) return Again<SeriesPage>(page, errors);
        return await Save<SeriesPage>(
            page, group => group with { Schedule = group.Schedule.With(version) }, form, home, by);
    }

    private static async Task<Sent> Change(
        GroupId id, string series, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        var read = await Read(id, series, home, by, clock);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        page = page with { Form = SeriesForm.Of(form) };
        FormErrors errors = [];
        if (page.Form.Read(errors) is not { } version) return Again<SeriesPage>(page, errors);
        // The past stays as it was; a change that begins there would only pretend otherwise.
        if (version.From < page.Today)
            return Again<SeriesPage>(page, [new("from", "Enter today or a later day.")]);
        return await Save<SeriesPage>(
            page, group => group with { Schedule = group.Schedule!.With(series, version, page.Today) }, form, home, by);
    }

    private static async Task<Sent> Stop(
        GroupId id, string series, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        var read = await Read(id, series, home, by, clock);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        page = page with { Until = form.Text("until") };
        if (DayOf(page.Until) is not { } last)
            return Again<StopPage>(page, [new("until", "Enter the day of the last meeting.")]);
        return await Save<StopPage>(
            page, group => group with { Schedule = group.Schedule!.Until(series, last) }, form, home, by);
    }

    private static async Task<Sent> Pause(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await Read(id, null, home, by, clock)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        page = page with { From = form.Text("from"), Until = form.Text("until") };
        FormErrors errors = [];
        if (DayOf(page.From) is null) errors.Add(new("from", "Enter the first day without a meeting."));
        if (DayOf(page.Until) is null) errors.Add(new("until", "Enter the first day you meet again."));
        if (errors.Count > 0) return Again<PausePage>(page, errors);
        var pause = new Pause(DayOf(page.From)!.Value, DayOf(page.Until)!.Value);
        return await Save<PausePage>(page, group => group with { Pauses = With(group, pause) }, form, home, by);
    }

    private static async Task<Sent> EndPause(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await Read(id, null, home, by, clock)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        var from = DayOf($"{form["from"]}");
        var until = DayOf($"{form["until"]}");
        return await Save<TimesPage>(
            page,
            group => group with { Pauses = group.Pauses.RemoveAll(one => one.From == from && one.Until == until) },
            form, home, by);
    }

    private static async Task<Result<TimesModel>> Read(
        GroupId id, string? series, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal;
        var page = new TimesModel(group, Periods.Today(clock));
        if (series is null) return page;
        var found = group.Schedule?.Series.FirstOrDefault(one => one.Id == series);
        return found is null ? GroupRefusals.NotFound : page.About(found);
    }

    private static async Task<Sent> Save<TPage>(
        TimesModel page, Func<GroupDescription, GroupDescription> change, IFormCollection form, Home home,
        CurrentCaller by)
        where TPage : PageOf<TimesModel>
    {
        if ($"{form["version"]}" != $"{page.Group.Version}")
        {
            return Again<TPage>(
                page,
                [new("version", "Somebody has changed the group since you opened this. Check, and send it again.")]);
        }
        var put = await home.Group(page.Group.Id)
            .Put(change(page.Group.Described()), IfMatch.Exactly(page.Group.Version), by.Caller);
        if (!put.Refused(out var refusal, out _)) return TypedResults.LocalRedirect(UrlOf(page.Group.Id));
        return refusal.CanBeMended()
            ? Again<TPage>(page, [new(refusal.Field?.Split('.')[^1] ?? "version", refusal.Says())])
            : refusal.ToProblem();
    }

    private static System.Collections.Immutable.ImmutableArray<Pause> With(GroupDescription group, Pause pause) =>
        group.Pauses.Contains(pause) ? group.Pauses : group.Pauses.Add(pause);

    private static DateOnly? DayOf(string typed) =>
        Day.TryRead(typed, out var day) ? day : null;

    private static string UrlOf(GroupId id) => $"/groups/{id}/times";

    private static Sent Again<TPage>(TimesModel page, FormErrors errors) where TPage : PageOf<TimesModel>
    {
        return Page.Again<TPage, TimesModel>(page with { Errors = errors });
    }
}

/// <summary>When a group meets, and the form of one change.</summary>
/// <param name="Group">The group.</param>
/// <param name="Today">The day.</param>
public sealed record TimesModel(GroupDetails Group, DateOnly Today)
{
    /// <summary>The series that is changed or ends; null for a new one.</summary>
    public Series? Series { get; init; }

    /// <summary>How often it meets, as it is filled in.</summary>
    public SeriesForm Form { get; init; } = new() { Pattern = "weekly" };

    /// <summary>The first day of a pause, as it was typed.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day of a series, or the first after a pause, as it was typed.</summary>
    public string Until { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The pauses that are not over.</summary>
    public IEnumerable<Pause> Pauses => Group.Pauses.Where(pause => pause.Until > Today).OrderBy(pause => pause.From);

    /// <summary>The form for a change of a series, filled in with what it does now.</summary>
    internal TimesModel About(Series series) =>
        this with { Series = series, Form = SeriesForm.Of(series.VersionOn(Today)) };
}
