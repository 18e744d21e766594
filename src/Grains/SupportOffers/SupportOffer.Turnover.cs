using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.SupportOffers;

/// <summary>
/// What the area's figures count of it. It names nobody, so it stays when the offer is withdrawn and people are erased.
/// </summary>
internal sealed partial record SupportOffer
{
    /// <summary>Whether it is an offer or a request, as it last said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SupportSide Side { get; init; }

    /// <summary>The day it was made.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The day on which both sides agreed to its first match.</summary>
    public DateOnly? FirstMatchedOn { get; init; }

    /// <summary>The days on which both sides agreed to matches, or matches took place, oldest first.</summary>
    [MaxItems(DayTurnovers.Max)]
    public ImmutableArray<MatchTurnover> Turnover { get; init; } = [];

    private SupportOffer Opened(SupportSide side, DateOnly today) =>
        this with { Side = side, OpenedOn = Exists ? OpenedOn : today };

    private SupportOffer Matched(DateOnly today) =>
        Turned(today, matched: 1) with { FirstMatchedOn = FirstMatchedOn ?? today };

    // Corrected before the match ends, or never.
    private SupportOffer Reported(Match before, Match after)
    {
        var next = DoneOn(before) is { } was ? Turned(was, done: -1) : this;
        return DoneOn(after) is { } day ? next.Turned(day, done: 1) : next;
    }

    // Some say that it is done before the day they had arranged.
    private static DateOnly? DoneOn(Match match)
    {
        if (match is not { State: MatchState.Done, Arrangement: { } arranged }) return null;
        var said = London.DayOf(match.Since);
        return arranged.On < said ? arranged.On : said;
    }

    private SupportOffer Turned(DateOnly day, int matched = 0, int done = 0)
    {
        return this with
        {
            Turnover = Turnover.After(
                one => one.Day == day, new(day, 0, 0),
                one => one with { Matched = one.Matched + matched, Done = one.Done + done }),
        };
    }
}

/// <summary>To how many matches both sides agreed on one day, and how many took place.</summary>
internal sealed record MatchTurnover(DateOnly Day, int Matched, int Done) : IDayTurnover;
