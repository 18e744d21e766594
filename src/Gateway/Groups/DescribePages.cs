using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>The pages on which a group is started and described.</summary>
internal sealed class DescribePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/new", New).ForMembers();
        site.Pages.MapPost("/groups/new", Start).ForMembers().Within(limits => limits.GroupsPerDay);
        site.Pages.MapGet("/groups/{id}/edit", Edit).ForMembers();
        site.Pages.MapPost("/groups/{id}/edit", Save).ForMembers();
        site.Pages.MapPost("/groups/{id}/confirm", Confirm).ForMembers();
        site.Pages.MapGet("/groups/{id}/confirm", (GroupId id) => TypedResults.LocalRedirect($"/groups/{id}"))
            .ForMembers();
    }

    private static RazorComponentResult New(TimeProvider clock)
    {
        return Page.Of<DescribePage, DescribeModel>(
            new(new(Guid.CreateVersion7()), new(), null, London.DayOf(clock.GetUtcNow())));
    }

    private static async Task<Sent> Start(IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if (!GroupId.TryParse($"{form["id"]}", out var id)) return GroupRefusals.NotFound.ToProblem();
        var page = new DescribeModel(id, GroupForm.Of(form), null, London.DayOf(clock.GetUtcNow()));
        var errors = page.Form.Read(null, out var description);
        if (errors.Count > 0 || form.ContainsKey("preview")) return Show(page with { Said = description }, errors);
        var put = await home.Group(id).Put(description, IfMatch.None, by.Caller);
        // The same form sent twice has started the group once.
        if (!put.Refused(out var refusal, out _)) return TypedResults.LocalRedirect($"/groups/{id}");
        if (refusal.Code != VersionRefusals.Needed.Code) return Again(page with { Said = description }, refusal);
        // Somebody has gone back to the form that started it, and changed it.
        return (await home.ReadLed(id, by.Caller)).Refused(out refusal, out var group)
            ? refusal.ToProblem()
            : Page.Of<DescribePage, DescribeModel>(
                (page with { Group = group }).ChangedMeanwhile(), StatusCodes.Status409Conflict);
    }

    private static async Task<Sent> Edit(GroupId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        var read = await home.ReadLed(id, by.Caller);
        if (read.Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<DescribePage, DescribeModel>(
            new(id, GroupForm.Of(group), group, London.DayOf(clock.GetUtcNow())));
    }

    private static async Task<Sent> Save(
        GroupId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        var read = await home.ReadLed(id, by.Caller);
        if (read.Refused(out var refusal, out var group)) return refusal.ToProblem();
        var page = new DescribeModel(id, GroupForm.Of(form), group, London.DayOf(clock.GetUtcNow()));
        var errors = page.Form.Read(group, out var description);
        if (errors.Count > 0 || form.ContainsKey("preview")) return Show(page with { Said = description }, errors);
        var put = await home.Group(id).Put(description, IfMatch.Exactly(form.Version()), by.Caller);
        if (!put.Refused(out refusal, out _)) return TypedResults.LocalRedirect($"/groups/{id}");
        return refusal.Kind == RefusalKind.Stale
            ? Page.Of<DescribePage, DescribeModel>(page.ChangedMeanwhile(), StatusCodes.Status409Conflict)
            : Again(page with { Said = description }, refusal);
    }

    private static async Task<Sent> Confirm(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.Group(id).Confirm(by.Caller, IfMatch.Any)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect($"/groups/{id}");
    }

    private static Sent Again(DescribeModel page, Refusal refusal)
    {
        return refusal.CanBeMended()
            ? Show(page, [new(ControlOf(refusal), refusal.Says())])
            : refusal.ToProblem();
    }

    // The form asks for one series, whose fields need no path.
    private static string ControlOf(Refusal refusal)
    {
        if (refusal.Field is not { } field) return "name";
        if (!field.StartsWith("schedule", StringComparison.Ordinal)) return field;
        var last = field.Split('.')[^1];
        return last == "rule" ? "pattern" : last;
    }

    private static RazorComponentResult Show(DescribeModel page, FormErrors errors)
    {
        var status = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page.Of<DescribePage, DescribeModel>(page with { Errors = errors }, status);
    }
}

/// <summary>The form in which a group is described.</summary>
/// <param name="Id">The group; for a new one made by the page, so that sending the form twice starts one.</param>
/// <param name="Form">What is filled in.</param>
/// <param name="Group">The group as it is; null for a new one.</param>
/// <param name="Today">The day.</param>
public sealed record DescribeModel(GroupId Id, GroupForm Form, GroupDetails? Group, DateOnly Today)
{
    /// <summary>What the form says, to be shown as others will see it; null until they ask.</summary>
    public GroupDescription? Said { get; init; }

    /// <summary>Whether the group has been started or changed since the form was opened.</summary>
    public bool IsStale { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The page that sending the form again overwrites knowingly.</summary>
    internal DescribeModel ChangedMeanwhile()
    {
        var texts = Form.Texts.SetItem("version", $"{Group!.Version}");
        return this with { IsStale = true, Form = Form with { Texts = texts } };
    }
}
