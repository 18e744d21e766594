using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.NextSteps;

/// <summary>The form on which somebody writes down a next step for their group.</summary>
internal sealed class WriteStepPages : IEndpoints
{
    private const string At = "/groups/{id}/steps/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Write).ForMembers().Within(limits => limits.NextStepsPerDay);
    }

    private static async Task<Shown> Show(
        GroupId id, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by, string? gathering = null,
        string? question = null, string? option = null)
    {
        if ((await Read(id, home, by)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var form = new StepForm { Id = StepForm.NewId(), Gathering = gathering ?? "" };
        var chosen = form with { Question = question ?? "", Option = option ?? "" };
        if (await ReadText(chosen, home, by.Caller) is { } text) form = chosen with { Text = text };
        return Page.Of<WriteStepPage, StepFormModel>(
            new(group, form, finder.OthersThan(group, home, clock.GetUtcNow()))
            {
                Roles = await home.Barriers.ListRoles(by.Caller),
            });
    }

    // What people liked is named by its letter, because texts do not belong in addresses.
    private static async Task<string?> ReadText(StepForm form, Home home, Caller by)
    {
        if (!GatheringId.TryParse(form.Gathering, out var id) || form.From is not { } from) return null;
        var result = (await home.Results(id).GetResult(from.QuestionId, by)).OrNull();
        return result?.ListLiked().FirstOrDefault(option => option.Box == from.Box)?.Text;
    }

    private static async Task<Sent> Write(
        GroupId id, IFormCollection form, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, by)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var sent = StepForm.Of(form);
        var page = new StepFormModel(group, sent, finder.OthersThan(group, home, clock.GetUtcNow()))
        {
            Roles = await home.Barriers.ListRoles(by.Caller),
        };
        if (sent.Read(id, out var says) is { Count: > 0 } errors) return Again(page, errors);
        if (!(await home.NextStep(sent.Id).Write(says, IfMatch.None, by.Caller)).Refused(out var wrong, out _))
            return TypedResults.LocalRedirect($"/steps/{sent.Id}");
        // The ID was used for another text: this is another step.
        if (wrong.Kind is RefusalKind.VersionNeeded || wrong.Code == NextStepRefusals.State.Code)
        {
            return Again(
                page with { Form = sent with { Id = StepForm.NewId() } },
                [new("text", FormErrors.SentBefore)]);
        }
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if (wrong.Field == "from")
        {
            return Again(
                page with { Form = sent with { Question = "", Option = "" } },
                [new("text", "People there did not choose this. Press the button again to write it down anyway.")]);
        }
        var control = wrong.Field == "ownerRoleId" ? "ownerId" : wrong.Field;
        return Again(page, [new(control ?? "for", StepWords.Of(wrong))]);
    }

    private static Sent Again(StepFormModel page, FormErrors errors) =>
        Page.Again<WriteStepPage, StepFormModel>(page with { Errors = errors });

    // Only people of the group write something down for it.
    private static async Task<Result<GroupDetails>> Read(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal;
        return group.IsOwn() ? group : NextStepRefusals.GroupsOnly;
    }
}

/// <summary>The form on which a next step is written down.</summary>
/// <param name="Group">The group that writes it down.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Others">The area's other groups.</param>
public sealed record StepFormModel(GroupDetails Group, StepForm Form, IReadOnlyList<Option> Others)
{
    /// <summary>The roles that can be asked.</summary>
    public IReadOnlyList<RoleDetails> Roles { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
