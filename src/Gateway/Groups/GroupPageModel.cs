using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Groups;

/// <summary>What the page of a group shows.</summary>
/// <param name="Area">The area it belongs to.</param>
/// <param name="AreaName">That area's name.</param>
/// <param name="Id">The group.</param>
/// <param name="About">What it says about itself.</param>
/// <param name="Status">Active, paused or closed today.</param>
/// <param name="NextMeeting">The next meeting.</param>
/// <param name="LastConfirmed">The day a lead last confirmed the description.</param>
public sealed record GroupPageModel(
    AreaId Area,
    string AreaName,
    GroupId Id,
    GroupDescription About,
    GroupStatus Status,
    NextMeeting? NextMeeting,
    DateOnly LastConfirmed)
{
    /// <summary>The caller's part in it, if it is a group of this area.</summary>
    public Part? Part { get; init; }

    /// <summary>The group with what its people may see, if it is a group of this area.</summary>
    public GroupDetails? Mine { get; init; }

    /// <summary>For a group of another area: when that area last answered.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether the caller leads or co-leads it.</summary>
    public bool IsLed => Part is Contracts.Groups.Part.Lead or Contracts.Groups.Part.CoLead;

    internal static GroupPageModel AtHome(GroupDetails group, string areaName, Caller by)
    {
        return new(group.Area, areaName, group.Id, group, group.Status, group.NextMeeting, group.LastConfirmed)
        {
            Mine = group,
            Part = group.Roster?.FirstOrDefault(one => one.MemberId == by.Member)?.Part,
        };
    }

    internal static GroupPageModel Abroad(CardDetails card, Neighbour neighbour)
    {
        return new(card.Area, neighbour.Name, card.Id, card, card.Status, card.NextMeeting, card.LastConfirmed)
        {
            AsOf = card.AsOf,
        };
    }
}
