using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Connections;

/// <summary>The page on which a lead says what connected groups know about a meeting.</summary>
internal sealed class SharingPages : IEndpoints
{
    private const string Meeting = "/groups/{id}/shared/{meetingId}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Meeting, Ask).ForMembers();
        site.Pages.MapPost(Meeting, Share).ForMembers();
    }

    private static async Task<Shown> Ask(
        GroupId id, MeetingId meetingId, Home home, ConnectionReading reading, CurrentCaller by)
    {
        return (await Read(id, meetingId, home, reading, by.Caller)).ToPage<SharingPage, SharingModel>();
    }

    private static async Task<Sent> Share(
        GroupId id, MeetingId meetingId, IFormCollection form, Home home, ConnectionReading reading, CurrentCaller by)
    {
        var read = await Read(id, meetingId, home, reading, by.Caller);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        var wanted = form.Text("sharing");
        if (!SharingModel.Choices.Contains(wanted)) return Again(page, [new("sharing", "Choose one.")]);
        var shared = await Say(home.Connections(id), meetingId, wanted, by.Caller);
        if (!shared.Refused(out refusal, out _)) return TypedResults.LocalRedirect($"{ConnectionPages.UrlOf(id)}#ours");
        return refusal.CanBeMended()
            ? Again(page with { Chosen = wanted }, FormErrors.Of(refusal, "sharing"))
            : refusal.ToProblem();
    }

    private static async Task<Result<Done>> Say(
        IConnectionsGrain group, MeetingId meeting, string wanted, Caller by)
    {
        return wanted == SharingModel.Kept
            ? await group.Unshare(meeting, by)
            : (await group.Share(meeting, new(wanted == SharingModel.Open), by)).AsDone();
    }

    private static async Task<Result<SharingModel>> Read(
        GroupId id, MeetingId meetingId, Home home, ConnectionReading reading, Caller by)
    {
        if ((await reading.ReadLed(id, by)).Refused(out var refusal, out var page)) return refusal;
        if ((await home.Meeting(meetingId).Get(by)).Refused(out refusal, out var meeting)) return refusal;
        if (meeting.GroupId != id) return MeetingRefusals.NotFound;
        var shared = page.Shared.FirstOrDefault(one => one.MeetingId == meetingId);
        return new SharingModel(page, meeting) { Chosen = SharingModel.Of(shared) };
    }

    private static Sent Again(SharingModel page, FormErrors errors) =>
        Page.Again<SharingPage, SharingModel>(page with { Errors = errors });
}

/// <summary>A meeting, and what connected groups know about it.</summary>
/// <param name="Page">The group with its connections.</param>
/// <param name="Meeting">The meeting.</param>
public sealed record SharingModel(ConnectionsModel Page, MeetingDetails Meeting)
{
    /// <summary>What can be chosen: nobody else knows, connected groups know, and their people may come.</summary>
    public const string Kept = "kept", Known = "known", Open = "open";

    /// <summary>All that can be chosen.</summary>
    public static IReadOnlyList<string> Choices { get; } = [Kept, Known, Open];

    /// <summary>What is chosen.</summary>
    public string Chosen { get; init; } = Kept;

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The choice that a shared meeting stands for; null is one that is not shared.</summary>
    public static string Of(SharedMeeting? shared)
    {
        if (shared is null) return Kept;
        return shared.Open ? Open : Known;
    }
}
