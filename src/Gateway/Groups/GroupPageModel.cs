using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Seats;

namespace PeerNet.Gateway.Groups;

/// <summary>What the page of a group shows.</summary>
/// <param name="Area">The area it belongs to.</param>
/// <param name="AreaName">That area's name.</param>
/// <param name="Id">The group.</param>
/// <param name="About">What it says about itself.</param>
/// <param name="Status">Active, paused or closed today.</param>
/// <param name="NextMeeting">The next meeting.</param>
/// <param name="LastConfirmed">The day a lead last confirmed the description.</param>
/// <param name="Today">The day.</param>
public sealed record GroupPageModel(
    AreaId Area,
    string AreaName,
    GroupId Id,
    GroupDescription About,
    GroupStatus Status,
    NextMeeting? NextMeeting,
    DateOnly LastConfirmed,
    DateOnly Today)
{
    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>The caller's part in it, if it is a group of this area.</summary>
    public Part? Part { get; init; }

    /// <summary>The group with what its people may see, if it is a group of this area.</summary>
    public GroupDetails? Mine { get; init; }

    /// <summary>Who has asked to come; for those who lead it.</summary>
    public IReadOnlyList<RequestToCome> Requests { get; init; } = [];

    /// <summary>Whether the caller, who leads it, is asked what it has done.</summary>
    public bool IsAskedForPractice { get; init; }

    /// <summary>For a group of another area: when that area last answered.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>For a group of another area: the seat that the caller has there or has asked for.</summary>
    public SeatDetails? Seat { get; init; }

    /// <summary>For a group of another area: what the caller writes to ask for a seat.</summary>
    public SeatForm? Form { get; init; }

    /// <summary>For a group of another area: whether the caller leads a group that they can connect with it.</summary>
    public bool LeadsAGroup { get; init; }

    /// <summary>What is wrong with what the caller sent.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the caller leads or co-leads it.</summary>
    public bool IsLed => Part is Contracts.Groups.Part.Lead or Contracts.Groups.Part.CoLead;

    /// <summary>Whether nobody who runs it has said for six months that the page is still right.</summary>
    public bool NeedsConfirmation =>
        Status != GroupStatus.Closed && LastConfirmed <= Today.AddMonths(-GroupFields.MonthsToConfirm);

    /// <summary>The address of the page.</summary>
    public string Url => Mine is null ? $"/areas/{Area}/groups/{Id}" : $"/groups/{Id}";

    /// <summary>The address of the file with its meetings, on the site of its own area.</summary>
    public string CalendarUrl => $"{Site}/groups/{Id}/calendar.ics";

    // Empty for a group of this area.
    private string Site { get; init; } = "";

    internal static GroupPageModel AtHome(
        GroupDetails group, Home home, Neighbours neighbours, TimeProvider clock, Caller by)
    {
        return new(
            group.Area, home.Name, group.Id, group, group.Status, group.NextMeeting, group.LastConfirmed,
            Periods.Today(clock))
        {
            Mine = group,
            IsSignedIn = by.Member is not null,
            Part = group.Yours?.Part,
            Requests = [.. RequestToCome.Of(group, neighbours)],
        };
    }

    internal static GroupPageModel Abroad(CardDetails card, Neighbour neighbour, TimeProvider clock)
    {
        return new(
            card.Area, neighbour.Name, card.Id, card, card.Status, card.NextMeeting, card.LastConfirmed,
            Periods.Today(clock))
        {
            AsOf = card.AsOf,
            Site = $"{neighbour.Url}".TrimEnd('/'),
        };
    }
}

/// <summary>Somebody who asks to come to a group.</summary>
/// <param name="Action">Where the answer is sent.</param>
/// <param name="Name">Their name; null if those who lead the group may not see it.</param>
/// <param name="Area">The area they come from, if it is another one.</param>
public sealed record RequestToCome(string Action, string? Name, string? Area)
{
    internal static IEnumerable<RequestToCome> Of(GroupDetails group, Neighbours neighbours)
    {
        if (group.Asked is not { } asked) return [];
        var at = $"/groups/{group.Id}";
        var people = asked.Select(member => new RequestToCome($"{at}/requests/{member}", NameOf(member), null));
        var guests = (group.Seats ?? []).Where(seat => seat.State == SeatState.Asked)
            .Select(seat => new RequestToCome($"{at}/guests/{seat.Id}", seat.ShownAs, AreaOf(seat)));
        return people.Concat(guests);

        string? NameOf(MemberId member) => group.People?.FirstOrDefault(one => one.MemberId == member)?.Name;

        string AreaOf(GuestSeat seat) => neighbours.Find(seat.Home)?.Name ?? $"{seat.Home}";
    }
}

/// <summary>What a person writes to ask for a seat.</summary>
/// <param name="Seat">The token of the request, so that sending it twice asks once.</param>
/// <param name="ShownAs">The name that the group sees.</param>
/// <param name="Consent">Whether they agree that it does.</param>
public sealed record SeatForm(SeatId Seat, string? ShownAs, bool Consent = false)
{
    /// <summary>The form to send again: with another token, if this one was used before for something else.</summary>
    internal SeatForm After(Refusal refusal) => SeatWords.IsUsed(refusal) ? this with { Seat = SeatId.Random() } : this;
}
