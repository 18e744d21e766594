using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>A group of any area, as its card shows it to strangers.</summary>
public sealed record CardDetails : GroupDescription
{
    [SetsRequiredMembers]
    internal CardDetails(Card card)
    {
        Area = card.Area;
        Id = card.Id;
        Name = card.Name;
        About = card.About;
        FirstTime = card.FirstTime;
        For = card.For;
        Topics = card.Topics;
        Languages = card.Languages;
        Needs = card.Needs;
        Format = card.Format;
        Place = card.Place?.ForStrangers();
        Schedule = card.Schedule;
        Pauses = card.Pauses;
        Joining = card.Joining;
        WelcomesNewcomers = card.WelcomesNewcomers;
        LastConfirmed = card.LastConfirmed;
        ClosesOn = card.ClosesOn;
        Welcome = card.Welcome;
    }

    /// <summary>The area it belongs to.</summary>
    public AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    public GroupId Id { get; init; }

    /// <summary>Active or paused today.</summary>
    public GroupStatus Status { get; init; }

    /// <summary>The first day it is closed, if it is going to be.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    public DateOnly LastConfirmed { get; init; }

    /// <summary>The next meeting, if one is planned within 400 days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public NextMeeting? NextMeeting { get; init; }

    /// <summary>Whether a coordinator has welcomed it; a new group is found only in its own area.</summary>
    public WelcomeState Welcome { get; init; }

    /// <summary>When its area last responded; the details may be that old.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? AsOf { get; init; }
}
