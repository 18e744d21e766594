using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Practices;

/// <summary>The form on which somebody tells what their group has done, and a lead who was asked puts it off.</summary>
internal sealed class TellPracticePages : IEndpoints
{
    private const string At = "/groups/{id}/practice/new";
    private const string NotNowAt = "/groups/{id}/practice/not-now";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Tell).ForMembers().Within(limits => limits.PracticesPerDay);
        site.Pages.MapGet(NotNowAt, (GroupId id) => TypedResults.LocalRedirect(GroupPages.UrlOf(id))).ForMembers();
        site.Pages.MapPost(NotNowAt, PutOff).ForMembers();
    }

    private static async Task<Shown> Show(
        GroupId id, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<TellPracticePage, TellPracticeModel>(
            new(group, TellPracticeForm.New(), finder.OthersThan(group, home, clock.GetUtcNow())));
    }

    private static async Task<Sent> Tell(
        GroupId id, IFormCollection form, Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var sent = TellPracticeForm.Of(form);
        var page = new TellPracticeModel(group, sent, finder.OthersThan(group, home, clock.GetUtcNow()));
        if (sent.Read(id, out var practice) is { Count: > 0 } errors) return Again(page, errors);
        if (!(await home.Practice(sent.Id).Tell(practice, by.Caller)).Refused(out var wrong, out _))
            return TypedResults.LocalRedirect($"/practice/{sent.Id}");
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        // The ID was used for other words: these are another practice.
        if (wrong.Code == PracticeRefusals.WordsStay.Code)
            page = page with { Form = sent with { Id = TellPracticeForm.New().Id } };
        return Again(page, [new(wrong.Field ?? "weDid", PracticeWords.Of(wrong))]);
    }

    private static async Task<Sent> PutOff(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var mine = home.Notices(by.Caller.Member!.Value);
        var asked = (await mine.List(by.Caller)).FirstOrDefault(notice => notice.AsksForPractice(id));
        if (asked is not null) _ = await mine.Read(asked.Id, by.Caller);
        return TypedResults.LocalRedirect(GroupPages.UrlOf(id));
    }

    private static Sent Again(TellPracticeModel page, FormErrors errors) =>
        Page.Again<TellPracticePage, TellPracticeModel>(page with { Errors = errors });

    // Only people of the group tell something for it.
    private static async Task<Result<GroupDetails>> Read(GroupId id, Home home, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        return group.IsOwn() ? group : PracticeRefusals.GroupOnly;
    }
}

/// <summary>The form on which somebody tells what their group has done.</summary>
/// <param name="Group">The group.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Others">The area's other groups.</param>
public sealed record TellPracticeModel(GroupDetails Group, TellPracticeForm Form, IReadOnlyList<Option> Others)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>The question that a lead is asked once.</summary>
internal static class PracticeQuestion
{
    /// <summary>Whether a notice asks what that group has done, and the person has not answered.</summary>
    public static bool AsksForPractice(this NoticeDetails notice, GroupId group) =>
        notice is { Kind: NoticeKind.PracticeToTell, Read: false } && notice.GroupId == group;
}
