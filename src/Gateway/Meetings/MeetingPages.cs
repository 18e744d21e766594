using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Notices;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Meetings;

/// <summary>The pages of a group's meetings and of one of them, where people say whether they are coming.</summary>
internal sealed class MeetingPages : IEndpoints
{
    private const int WeeksAhead = 8;

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/meetings", List).AllowAnonymous();
        site.Pages.MapGet("/meetings/{id}", Show).ForMembers();
        site.Pages.MapPost("/meetings/{id}/intention", Intend).ForMembers();
        site.Pages.MapGet("/meetings/{id}/intention", (MeetingId id) => TypedResults.LocalRedirect($"/meetings/{id}"))
            .ForMembers();
    }

    private static async Task<Sent> List(GroupId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var today = Periods.Today(clock);
        var read = await home.Grain.ListMeetings(
            id, today.AddDays(-MeetingFields.DaysBack), today.AddDays(7 * WeeksAhead), by.Caller);
        if (read.Refused(out refusal, out var lines)) return refusal.ToProblem();
        return Page.Of<MeetingsPage, MeetingsModel>(new(group, lines, today, by.Caller.Member is not null));
    }

    private static async Task<Sent> Show(MeetingId id, Home home, CurrentCaller by, TimeProvider clock)
    {
        var read = await home.ReadMeeting(id, by.Caller, clock);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        await home.MarkRead(by.Caller, one => one is { Kind: NoticeKind.MeetingChanged } && one.MeetingId == id);
        return Page.Of<MeetingPage, MeetingModel>(page);
    }

    private static async Task<Sent> Intend(
        MeetingId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        var self = by.Caller.Member!.Value;
        var said = Words<Intention>.Find($"{form["intention"]}") is { } intention
            ? await home.Intentions(id).Intend(self, intention, by.Caller)
            : await home.Intentions(id).Withdraw(self, by.Caller);
        if (!said.Refused(out var refusal, out _)) return TypedResults.LocalRedirect($"/meetings/{id}");
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if ((await home.ReadMeeting(id, by.Caller, clock)).Refused(out var gone, out var page)) return gone.ToProblem();
        return Page.Again<MeetingPage, MeetingModel>(page with { Errors = FormErrors.Of(refusal, "intention") });
    }
}

/// <summary>A group's meetings of the last weeks and the next.</summary>
/// <param name="Group">The group.</param>
/// <param name="Lines">The meetings, oldest first.</param>
/// <param name="Today">The day.</param>
/// <param name="IsSignedIn">Whether somebody is signed in, who may open a meeting.</param>
public sealed record MeetingsModel(
    GroupDetails Group, ImmutableArray<MeetingLine> Lines, DateOnly Today, bool IsSignedIn)
{
    /// <summary>Whether the caller may plan and log its meetings.</summary>
    public bool IsLed => Group.Asked is not null;

    /// <summary>Those to come, the next one first.</summary>
    public IEnumerable<MeetingLine> Ahead => Lines.Where(line => line.HeldOn >= Today && !line.Logged);

    /// <summary>Those that are over, the last one first.</summary>
    public IEnumerable<MeetingLine> Past => Lines.Where(line => line.HeldOn < Today || line.Logged).Reverse();
}

/// <summary>A meeting, and what the caller can do about it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Group">Its group.</param>
/// <param name="By">The caller.</param>
/// <param name="Now">The time.</param>
public sealed record MeetingModel(MeetingDetails Meeting, GroupDetails Group, Caller By, DateTimeOffset Now)
{
    /// <summary>What is wrong with what the caller sent.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the caller may plan and log it.</summary>
    public bool IsLed => Group.Asked is not null;

    /// <summary>Whether it can still be said who is coming, or the meeting be moved or cancelled.</summary>
    public bool IsAhead =>
        !Meeting.Logged && !(London.At(Meeting.HeldOn, Meeting.StartsAt) is { } at && at <= Now);

    /// <summary>Whether its series meets online, and it has no place of its own.</summary>
    public bool IsOnline
    {
        get
        {
            var series = Group.Schedule?.Series.FirstOrDefault(one => one.Id == Meeting.Series);
            return Meeting.Place is null && series?.Format == MeetingFormat.Online;
        }
    }

    /// <summary>Whether the caller belongs to the group, and may say whether they are coming.</summary>
    public bool Belongs => Meeting.Intentions is not null && Group.Yours?.Part >= Part.Member;

    /// <summary>The people of the group who are not marked as having come, whom a lead can name.</summary>
    public IReadOnlyList<NamedPerson> CanBeNamed
    {
        get
        {
            var present = Meeting.Roster.Where(line => line.Mark == Mark.Present).Select(line => line.MemberId);
            var roster = (Group.Roster ?? []).Select(one => one.MemberId).Concat(Group.Asked ?? []).Except(present);
            var names = (Group.People ?? []).ToLookup(one => one.MemberId, one => one.Name);
            return [.. roster.Select(id => new NamedPerson(id, names[id].FirstOrDefault())).OrderBy(one => one.Name)];
        }
    }

    /// <summary>Whether the caller belongs, and is not marked as having come.</summary>
    public bool MayClaim
    {
        get
        {
            return Group.Yours?.Part >= Part.Member
                && !Meeting.Roster.Any(line => line.MemberId == By.Member && line.Mark == Mark.Present);
        }
    }

    /// <summary>What the caller has said.</summary>
    public Intention? Yours =>
        Meeting.Intentions?.FirstOrDefault(one => one.MemberId == By.Member)?.Intention;

    /// <summary>The names of those who said that, as far as the caller may see them, and how many others did.</summary>
    public (IReadOnlyList<string> Names, int Others) WhoSaid(Intention intention)
    {
        var who =
            (Meeting.Intentions ?? []).Where(one => one.Intention == intention).Select(one => one.MemberId).ToList();
        var known = (Group.People ?? []).Concat(Meeting.People ?? []).DistinctBy(one => one.MemberId);
        var names = known.Where(one => who.Contains(one.MemberId)).Select(one => one.Name).OfType<string>().ToList();
        return (names, who.Count - names.Count);
    }
}
