using System.Globalization;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Meetings;

/// <summary>When and where a meeting is, as it was typed.</summary>
public sealed record PlanForm
{
    /// <summary>The meeting; for a new one made by the page, so that sending the form twice plans one.</summary>
    public MeetingId Id { get; init; }

    /// <summary>The version that is changed; 0 for a meeting that nobody has changed yet.</summary>
    public int Version { get; init; }

    /// <summary>The day.</summary>
    public string HeldOn { get; init; } = "";

    /// <summary>The local start time.</summary>
    public string StartsAt { get; init; } = "";

    /// <summary>The length in minutes; empty for that of the group's other meetings.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The building or room, if it is not where the group usually meets.</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>The street.</summary>
    public string Address { get; init; } = "";

    /// <summary>The town.</summary>
    public string Town { get; init; } = "";

    /// <summary>The first half of the postcode.</summary>
    public string Outcode { get; init; } = "";

    internal static PlanForm Of(MeetingDetails meeting) => new()
    {
        Id = meeting.Id,
        Version = meeting.Version,
        HeldOn = Day.Text(meeting.HeldOn),
        StartsAt = meeting.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = meeting.Minutes.ToString(CultureInfo.InvariantCulture),
        Title = meeting.Title ?? "",
        PlaceName = meeting.Place?.Name ?? "",
        Address = meeting.Place?.Address ?? "",
        Town = meeting.Place?.Town ?? "",
        Outcode = meeting.Place?.Outcode ?? "",
    };

    internal static PlanForm Of(IFormCollection form) => new()
    {
        Id = MeetingId.TryParse($"{form["id"]}", out var id) ? id : new(Guid.CreateVersion7()),
        Version = form.Version(),
        HeldOn = Text(form, "heldOn"),
        StartsAt = Text(form, "startsAt"),
        Minutes = Text(form, "minutes"),
        Title = Text(form, "title"),
        PlaceName = Text(form, "place.name"),
        Address = Text(form, "place.address"),
        Town = Text(form, "place.town"),
        Outcode = Text(form, "place.outcode"),
    };

    /// <summary>
    /// Reads it. A place of its own is as private as the group's; one that stays as it was, as private as it was. What
    /// the form does not ask stays as it was.
    /// </summary>
    internal FormErrors Read(GroupDetails group, Place? was, out PlanMeeting plan)
    {
        FormErrors errors = [];
        if (!Day.TryRead(HeldOn, out var day))
            errors.Add(new("heldOn", "Enter the day."));
        if (!TimeOnly.TryParseExact(StartsAt, "HH:mm", CultureInfo.InvariantCulture, 0, out var time))
            errors.Add(new("startsAt", "Enter when it starts."));
        var hasLength = int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes);
        if (Minutes.Length > 0 && !hasLength)
            errors.Add(new("minutes", "Enter how many minutes it lasts, such as 90."));
        plan = new()
        {
            GroupId = group.Id,
            HeldOn = day,
            StartsAt = time,
            Minutes = hasLength ? minutes : null,
            Title = Given(Title),
            Place = HasPlace ? ReadPlace(was, group.Place?.Privacy ?? PlacePrivacy.Exact) : null,
        };
        return errors;
    }

    /// <summary>Whether it has a place of its own.</summary>
    public bool HasPlace => $"{PlaceName}{Address}{Town}{Outcode}".Length > 0;

    private Place ReadPlace(Place? was, PlacePrivacy ofGroup)
    {
        var place = new Place
        {
            Name = Given(PlaceName),
            Address = Given(Address),
            Town = Given(Town),
            Outcode = Outcode.Length > 0 ? FinderAddress.OutcodeOf(Outcode, out _) : null,
            Privacy = was?.Privacy ?? ofGroup,
        }.WithPointOf(was);
        // Somebody's home may follow a place that everybody may know.
        return place == was || place.Privacy > ofGroup ? place : place with { Privacy = ofGroup };
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string Text(IFormCollection form, string name) => $"{form[name]}".ReplaceLineEndings(" ").Trim();
}
