using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Gatherings;

/// <summary>A plan as it was typed. The names are those of the API's JSON.</summary>
public sealed record PlanGatheringForm
{
    /// <summary>The gathering; for a new one made by the page, so that sending the form twice plans one.</summary>
    public GatheringId Id { get; init; }

    /// <summary>The version that is changed; 0 for a new one.</summary>
    public int Version { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The day.</summary>
    public string HeldOn { get; init; } = "";

    /// <summary>When it starts, in local time.</summary>
    public string StartsAt { get; init; } = "";

    /// <summary>How many minutes it lasts.</summary>
    public string Minutes { get; init; } = "150";

    /// <summary>Where it takes place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The access needs that are ticked.</summary>
    public ImmutableHashSet<string> Needs { get; init; } = [];

    /// <summary>The other groups that are ticked; only for a new one.</summary>
    public ImmutableHashSet<string> Groups { get; init; } = [];

    /// <summary>The gathering before it, if any.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The lenses that are ticked.</summary>
    public ImmutableArray<string> Lenses { get; init; } = [];

    internal static PlanGatheringForm New() => new() { Id = new(Guid.CreateVersion7()) };

    /// <summary>Our part of a gathering that another area asks us to hold; it has the same ID.</summary>
    internal static PlanGatheringForm For(LinkedRoomDetails asked) => new()
    {
        Id = asked.Id,
        Title = asked.Plan.Title,
        HeldOn = Day.Text(asked.Plan.HeldOn),
        StartsAt = asked.Plan.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = asked.Plan.Minutes.ToString(CultureInfo.InvariantCulture),
    };

    internal static PlanGatheringForm Of(GatheringDetails gathering) => new()
    {
        Id = gathering.Id,
        Version = gathering.Version,
        Title = gathering.Plan.Title,
        HeldOn = Day.Text(gathering.Plan.HeldOn),
        StartsAt = gathering.Plan.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = gathering.Plan.Minutes.ToString(CultureInfo.InvariantCulture),
        Place = gathering.Plan.Place ?? "",
        Needs = [.. gathering.Plan.Needs.Select(Words<AccessNeed>.Of)],
        Previous = $"{gathering.Plan.Previous}",
        Lenses = [.. gathering.Plan.Lenses.Select(lens => $"{lens}")],
    };

    internal static PlanGatheringForm Of(IFormCollection form) => new()
    {
        Id = GatheringId.TryParse(form["id"], out var id) ? id : new(Guid.CreateVersion7()),
        Version = form.Version(),
        Title = form.Text("title"),
        HeldOn = form.Text("heldOn"),
        StartsAt = form.Text("startsAt"),
        Minutes = form.Text("minutes"),
        Place = form.Text("place"),
        Needs = [.. form["needs"].OfType<string>()],
        Groups = [.. form["groups"].OfType<string>()],
        Previous = form.Text("previous"),
        Lenses = [.. form["lenses"].OfType<string>()],
    };

    /// <summary>Reads it, for these groups.</summary>
    internal FormErrors Read(ImmutableArray<GroupId> groups, out PlanGathering plan)
    {
        FormErrors errors = [];
        if (Title.Length == 0) errors.Add(new("title", "Enter what it is called."));
        if (!Day.TryRead(HeldOn, out var day)) errors.Add(new("heldOn", "Enter the day."));
        if (!TimeOnly.TryParseExact(StartsAt, "HH:mm", CultureInfo.InvariantCulture, 0, out var time))
            errors.Add(new("startsAt", "Enter when it starts."));
        if (!int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            errors.Add(new("minutes", "Enter how many minutes it lasts, such as 150."));
        if (groups.Length < GatheringFields.MinGroups)
            errors.Add(new("groups", "Choose at least one other group. A gathering is held by two or more."));
        if (Lenses.Length > GatheringFields.MaxLenses) errors.Add(new("lenses", "Choose up to three."));
        plan = new()
        {
            Title = Title,
            HeldOn = day,
            StartsAt = time,
            Minutes = minutes,
            Place = Place.Length > 0 ? Place : null,
            Needs = [.. Needs.Select(Words<AccessNeed>.Find).OfType<AccessNeed>().Order()],
            Groups = groups,
            Previous = GatheringId.TryParse(Previous, out var previous) ? previous : null,
            Lenses = [.. Lenses.Select(text => LensId.TryParse(text, out var lens) ? lens : default).Distinct()],
        };
        return errors;
    }
}
