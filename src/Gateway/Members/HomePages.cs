using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>A person's own first page.</summary>
internal sealed class HomePages : IEndpoints
{
    private const int MaxChanged = 20;

    public static void Map(SiteMap site) => site.Pages.MapGet("/home", Show).ForMembers().KeptOffline();

    private static async Task<Shown> Show(Home home, GroupSearch finder, TimeProvider clock, CurrentCaller by)
    {
        var notices = home.Notices(by.Caller.Member!.Value).List(by.Caller);
        if ((await home.FirstPage.GetHome(by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var changed = await ReadChanged(await notices, home, by.Caller);
        return Page.Of<HomePage, HomeModel>(new(page.WithCards(finder, clock.GetUtcNow()), changed));
    }

    private static async Task<IReadOnlyList<MeetingDetails>> ReadChanged(
        ImmutableArray<NoticeDetails> notices, Home home, Caller by)
    {
        var told = notices.Where(one => one is { Kind: NoticeKind.MeetingChanged, Read: false }).Take(MaxChanged);
        var read = await Task.WhenAll(told.Select(one => home.Meeting(one.MeetingId!.Value).Get(by)));
        // Whoever has left the group meanwhile is not expected.
        var seen = read.Select(one => one.Refused(out _, out var meeting) ? null : meeting).OfType<MeetingDetails>();
        return [.. seen.OrderBy(one => one.HeldOn)];
    }
}

/// <summary>A person's own first page.</summary>
/// <param name="Page">Their groups and what waits for them.</param>
/// <param name="Changed">Meetings to which they said that they may come, and that were changed since.</param>
public sealed record HomeModel(MemberHome Page, IReadOnlyList<MeetingDetails> Changed);
