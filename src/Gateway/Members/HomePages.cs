using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Notices;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>A person's own first page.</summary>
internal sealed class HomePages : IEndpoints
{
    private const int MaxTold = 20;

    public static void Map(SiteMap site) => site.Pages.MapGet("/home", Show).ForMembers().KeptOffline();

    private static async Task<Shown> Show(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        var told = home.Notices(by.Caller.Member!.Value).List(by.Caller);
        if ((await home.FirstPage.GetHome(by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var notices = await told;
        var toCome = await home.ReadToCome(page.Groups, clock);
        return Page.Of<HomePage, HomeModel>(new(page.WithCards(finder, clock.GetUtcNow()))
        {
            Answers = await ReadAnswers(notices, home, by.Caller),
            Changed = await ReadChanged(notices, home, by.Caller),
            Gatherings = await ReadGatherings(notices, home, by.Caller),
            ToShare = await ReadToShare(notices, page, home, by.Caller),
            ToCome = toCome,
            ToPrepare = await home.ReadToPrepare(toCome, London.DayOf(clock.GetUtcNow()), by.Caller),
            Asked = await ReadAsked(page, home, by.Caller),
            PutToYou = await ReadPutTo(page, home, by.Caller),
            Limits = [.. notices.Where(one => one is { Kind: NoticeKind.LimitChanged, Read: false }).Take(MaxTold)],
        });
    }

    private static async Task<IReadOnlyList<MeetingDetails>> ReadChanged(
        ImmutableArray<NoticeDetails> notices, Home home, Caller by)
    {
        var told = notices.Where(one => one is { Kind: NoticeKind.MeetingChanged, Read: false }).Take(MaxTold);
        var read = await Task.WhenAll(told.Select(one => home.Meeting(one.MeetingId!.Value).Get(by)));
        // Whoever has left the group meanwhile is not expected.
        return [.. read.Values().OrderBy(one => one.HeldOn)];
    }

    // Whoever has left, has asked again or is invited meanwhile is told how they stand now.
    private static async Task<IReadOnlyList<JoinAnswer>> ReadAnswers(
        ImmutableArray<NoticeDetails> notices, Home home, Caller by)
    {
        var told = notices.Where(one => !one.Read && one.Kind is NoticeKind.JoinAccepted or NoticeKind.JoinDeclined);
        var read = await Task.WhenAll(told.DistinctBy(one => one.GroupId)
            .Take(MaxTold)
            .Select(async one => (Group: await home.Group(one.GroupId!.Value).Get(by), one.Kind)));
        List<JoinAnswer> answers = [];
        foreach (var (result, kind) in read)
        {
            if (result.Refused(out _, out var group)) continue;
            var isYes = kind == NoticeKind.JoinAccepted;
            var isStill = isYes ? group.Yours?.Part >= Part.Member : group.Yours is null;
            if (isStill) answers.Add(new(group.Id, group.Name, isYes));
        }
        return answers;
    }

    private static async Task<IReadOnlyList<LinkedRoomDetails>> ReadAsked(MemberHome page, Home home, Caller by)
    {
        if (!page.Groups.Any(group => group.IsLed())) return [];
        return (await home.LinkedRooms.ListInvitations(by)).Refused(out _, out var asked) ? [] : asked;
    }

    // Only somebody who belongs to no group answers for a role.
    private static async Task<IReadOnlyList<NextStepDetails>> ReadPutTo(MemberHome page, Home home, Caller by)
    {
        if (!page.Groups.IsEmpty || !page.Seats.IsEmpty) return [];
        var roles = await home.Barriers.ListRoles(by);
        return roles.Any(role => role.IsMine) ? await home.NextSteps.ListPutTo(by) : [];
    }

    private static async Task<IReadOnlyList<BarrierDetails>> ReadToShare(
        ImmutableArray<NoticeDetails> notices, MemberHome page, Home home, Caller by)
    {
        // Whoever was told may have stopped leading the group.
        var led = page.Groups.Where(group => group.IsLed()).Select(group => group.Id).ToHashSet();
        var told = notices.Where(one => one.Kind == NoticeKind.BarrierToShare && led.Contains(one.GroupId!.Value))
            .Take(MaxTold);
        var read = await Task.WhenAll(told.Select(one => home.Barrier(one.BarrierId!.Value).Get(by)));
        // Another lead may have answered.
        return [.. read.Values().Where(one => one.CanChooseReaders).OrderBy(one => one.RaisedAt)];
    }

    // They wait for an answer, even once the notice was read.
    private static async Task<IReadOnlyList<GatheringDetails>> ReadGatherings(
        ImmutableArray<NoticeDetails> notices, Home home, Caller by)
    {
        var told = notices.Where(one => one.Kind == NoticeKind.GatheringAsked)
            .Select(one => one.GatheringId!.Value)
            .Distinct()
            .Take(MaxTold);
        var read = await Task.WhenAll(told.Select(one => home.Gathering(one).Get(by)));
        return [.. read.Values().OrderBy(one => one.Plan.HeldOn)];
    }
}

/// <summary>A person's own first page.</summary>
/// <param name="Page">Their groups and what waits for them.</param>
public sealed record HomeModel(MemberHome Page)
{
    /// <summary>How groups of their area have answered their requests to join.</summary>
    public IReadOnlyList<JoinAnswer> Answers { get; init; } = [];

    /// <summary>Meetings to which they said that they may come, and that were changed since.</summary>
    public IReadOnlyList<MeetingDetails> Changed { get; init; } = [];

    /// <summary>Gatherings that a group they lead is asked to hold.</summary>
    public IReadOnlyList<GatheringDetails> Gatherings { get; init; } = [];

    /// <summary>Barriers that wait for a lead to agree that anybody reads them.</summary>
    public IReadOnlyList<BarrierDetails> ToShare { get; init; } = [];

    /// <summary>What their groups hold together with others from today on.</summary>
    public IReadOnlyList<GatheringLine> ToCome { get; init; } = [];

    /// <summary>Gatherings that they keep and that are near, with what these do not have yet.</summary>
    public IReadOnlyList<ToPrepare> ToPrepare { get; init; } = [];

    /// <summary>What other areas ask this one to hold, for leads.</summary>
    public IReadOnlyList<LinkedRoomDetails> Asked { get; init; } = [];

    /// <summary>Next steps that are put to a role that they answer for.</summary>
    public IReadOnlyList<NextStepDetails> PutToYou { get; init; } = [];

    /// <summary>What was in the way of a group they lead and has changed, as they were told.</summary>
    public IReadOnlyList<NoticeDetails> Limits { get; init; } = [];
}

/// <summary>How a group has answered a request to join it.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsYes">Whether it said yes.</param>
public sealed record JoinAnswer(GroupId GroupId, string Name, bool IsYes);
