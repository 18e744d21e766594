using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Connections;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Seats;

/// <summary>
/// The page of a meeting that a group of another area has opened to the caller's group, on which they ask to come as a
/// guest of it.
/// </summary>
internal sealed class GuestPages : IEndpoints
{
    private const string Meeting = "/areas/{area}/groups/{id}/meetings/{meetingId}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Meeting, Show).ForMembers();
        site.Pages.MapGet($"{Meeting}/seat", Back).ForMembers();
        site.Pages.MapGet($"{Meeting}/seat/end", Back).ForMembers();
        site.Pages.MapPost($"{Meeting}/seat", Ask).ForMembers().Within(limits => limits.SeatsPerDay);
        site.Pages.MapPost($"{Meeting}/seat/end", End).ForMembers();
    }

    private static async Task<Shown> Show(
        AreaId area, GroupId id, MeetingId meetingId, Home home, OtherGroups others, CurrentCaller by)
    {
        return (await Read(new(others.Find(area, id), meetingId), home, by.Caller)).Refused(
            out var refusal, out var page)
            ? refusal.ToProblem()
            : Page.Of<GuestPage, GuestModel>(page);
    }

    private static Sent Back(AreaId area, GroupId id, MeetingId meetingId) =>
        TypedResults.LocalRedirect($"/areas/{area}/groups/{id}/meetings/{meetingId}");

    private static async Task<Sent> Ask(
        AreaId area, GroupId id, MeetingId meetingId, IFormCollection form, Home home, OtherGroups others,
        CurrentCaller by)
    {
        var read = await Read(new(others.Find(area, id), meetingId), home, by.Caller);
        if (read.Refused(out var refusal, out var page)) return refusal.ToProblem();
        var said = form.ReadSeat();
        var asked = await home.Seat(said.Seat).Ask(page.Request(said), by.Caller);
        if (!asked.Refused(out refusal, out _)) return TypedResults.LocalRedirect(page.Url);
        // They have asked on another page, and this one shows what has become of it.
        if (refusal.Code == SeatRefusals.Taken(said.Seat).Code) return TypedResults.LocalRedirect(page.Url);
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        var again = page with { Form = said.After(refusal), Errors = SeatWords.ErrorsOf(refusal) };
        return Page.Again<GuestPage, GuestModel>(again);
    }

    private static async Task<Sent> End(
        AreaId area, GroupId id, MeetingId meetingId, IFormCollection form, Home home, CurrentCaller by)
    {
        if (!SeatId.TryParse(form["seatId"], out var seat)) return SeatRefusals.NotFound.ToProblem();
        // Without the seat, the page may not be the caller's to see any more.
        return (await home.Seat(seat).End(by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect("/home");
    }

    private static async Task<Result<GuestModel>> Read(GuestModel page, Home home, Caller by)
    {
        if ((await home.Member(by.Member!.Value).Get(by)).Refused(out var refusal, out var self)) return refusal;
        var mine = (self.Groups ?? []).Where(one => one.Part >= Part.Member).Select(one => one.GroupId).ToList();
        var known = await Task.WhenAll(mine.Select(one => home.Connections(one).GetConnections(by)));
        var shared = mine.Zip(known, (group, seen) => (Group: group, Meeting: page.Find(seen)))
            .FirstOrDefault(one => one.Meeting is not null);
        var seat = await home.ReadSeat(self, page.Group.Area, page.Group.Id, page.MeetingId, by);
        if (shared.Meeting is null && seat is null) return MeetingRefusals.NotFound;
        return page with
        {
            Meeting = shared.Meeting, GuestOf = shared.Group, Seat = seat, Form = new(SeatId.Random(), self.Name),
        };
    }
}

/// <summary>A meeting of a group of another area, and the caller's place at it.</summary>
/// <param name="Group">The group that meets.</param>
/// <param name="MeetingId">The meeting.</param>
public sealed record GuestModel(OtherGroup Group, MeetingId MeetingId)
{
    /// <summary>When it is, if a group of the caller's knows of it.</summary>
    public SharedMeeting? Meeting { get; init; }

    /// <summary>That group.</summary>
    public GroupId GuestOf { get; init; }

    /// <summary>The seat that the caller has or has asked for.</summary>
    public SeatDetails? Seat { get; init; }

    /// <summary>What the caller writes to ask for it.</summary>
    public SeatForm Form { get; init; } = new(default, null);

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The address of the page.</summary>
    public string Url => $"{Group.Url}/meetings/{MeetingId}";

    /// <summary>Whether the caller can ask.</summary>
    public bool CanAsk => Meeting is { Open: true, Cancelled: false };

    /// <summary>What is asked for.</summary>
    internal AskForSeat Request(SeatForm said) => new()
    {
        Area = Group.Area, GroupId = Group.Id, ShownAs = said.ShownAs!, Consent = said.Consent, GuestOf = GuestOf,
        MeetingId = MeetingId,
    };

    /// <summary>The meeting, if a group that is connected with the other knows of it.</summary>
    internal SharedMeeting? Find(Result<ConnectionsDetails> seen)
    {
        if (seen.Refused(out _, out var details)) return null;
        return details.SharedWithUs.FirstOrDefault(
            one => (one.Area, one.GroupId, one.MeetingId) == (Group.Area, Group.Id, MeetingId));
    }
}
