using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Connections;

/// <summary>
/// A group's connections with groups of other areas, and the meetings they share. Each side keeps its own last answer
/// and the other's. They belong to the group's record, because whether a guest is admitted depends on them.
/// </summary>
internal sealed partial record GroupConnections : ISends<GroupConnections>
{
    // Counted apart, so that proposals from one area leave room for ours, for those of others and for connections.
    private const int MaxConnected = 50, MaxProposed = 50, MaxAskedByArea = 20;
    private const int MaxRememberedByArea = 250;

    /// <summary>
    /// The agreement with each group. One that has ended is kept with its numbers, to recognise letters that arrive
    /// late.
    /// </summary>
    [MaxItems(2000)]
    public ImmutableArray<Agreement> Agreements { get; init; } = [];

    /// <summary>Meetings of this group that it shares.</summary>
    [MaxItems(200)]
    public ImmutableArray<SharedMeeting> Shared { get; init; } = [];

    /// <summary>Meetings that connected groups share with this one, including withdrawn ones.</summary>
    [MaxItems(MaxConnected * MaxReceived)]
    public ImmutableArray<ReceivedMeeting> Received { get; init; } = [];

    /// <summary>The agreement with a group.</summary>
    public Agreement AgreementWith(GroupAddress other) =>
        Agreements.FirstOrDefault(one => one.With == other) ?? Agreement.None(other);

    /// <summary>Says yes to a connection.</summary>
    public Next<GroupConnections> Accept(GroupAddress us, GroupAddress other, int number, DateTimeOffset now)
    {
        var agreement = AgreementWith(other);
        if (agreement.Ours == true) return this;
        var isAsked = agreement.State == ConnectionState.Asked;
        if (isAsked && Has(MaxConnected, ConnectionState.Connected, now)) return Full(MaxConnected);
        if (!isAsked && Has(MaxProposed, ConnectionState.Proposed, now)) return Full(MaxProposed);
        return Say(agreement, yes: true, us, number, now);
    }

    /// <summary>Says no to a connection, or ends it.</summary>
    public Next<GroupConnections> End(GroupAddress us, GroupAddress other, int number, DateTimeOffset now) =>
        AgreementWith(other) is { IsLive: true } agreement ? Say(agreement, yes: false, us, number, now) : this;

    /// <summary>Applies the other group's answer.</summary>
    public Next<GroupConnections> Receive(ConnectionSaid said, GroupAddress us, int number, DateTimeOffset now)
    {
        var before = AgreementWith(new(said.From, said.Group));
        if (before.Theirs is not null && before.TheirsNumber >= said.Version) return this;
        if (said.Yes && before.State == ConnectionState.Ended
            && Has(MaxAskedByArea, ConnectionState.Asked, now, said.From)) return Full(MaxAskedByArea);
        if (said.Yes && before.State == ConnectionState.Proposed && Has(MaxConnected, ConnectionState.Connected, now))
            return Full(MaxConnected);
        var since = before.Theirs == said.Yes ? before.Since : now;
        var agreement = before with { Theirs = said.Yes, TheirsNumber = said.Version, AwaitsUs = true, Since = since };
        if (said.Yes)
        {
            // A repeated yes: the earlier one had lapsed, and with it the meetings shared before.
            var renewed = With(agreement, now) with
            {
                Received = Received.RemoveAll(one => one.From == agreement.With && one.Number < said.Version)
            };
            return agreement.IsConnected ? renewed.SendAll(agreement, now) : renewed;
        }
        if (agreement.Ours != true) return With(agreement, now);
        // A refusal of our latest yes makes it lapse, and we tell them so: both sides then say no, and either can
        // propose again. A refusal that predates our yes ends what came with the earlier connection and leaves our yes
        // waiting for an answer.
        if (said.LastReceived >= agreement.OursNumber)
            return With(agreement, now).Say(agreement, yes: false, us, number, now);
        return With(agreement, now).Forget(agreement, before: said.Version);
    }

    /// <summary>Applies the other area's refusal of our yes, which counts as a no.</summary>
    public Next<GroupConnections> Refused(ConnectionSaid said, DateTimeOffset now)
    {
        var before = AgreementWith(new(said.To, said.With));
        if (before.Ours != true) return this;
        var agreement = before with { Ours = false, AwaitsUs = false, Since = now };
        return With(agreement, now).Forget(agreement);
    }

    /// <summary>The connections and coming shared meetings.</summary>
    public ConnectionsDetails SeenOn(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        return new(
            [.. Agreements.Where(one => one.IsLive || one.Ours is not null).Where(one => !one.HasLapsed(now))
                .Select(Seen)],
            [.. Shared.Where(meeting => meeting.HeldOn >= today)],
            [.. Received.Where(one => !one.Withdrawn && one.Meeting.HeldOn >= today).Select(one => one.Meeting)]);
    }

    /// <summary>An agreement as people see it.</summary>
    public static Connection Seen(Agreement agreement) =>
        new(agreement.With.Area, agreement.With.Id, agreement.State, agreement.Since);

    private bool Has(int max, ConnectionState state, DateTimeOffset now, AreaId? with = null)
    {
        return Agreements.Count(one =>
            one.State == state && !one.HasLapsed(now) && (with is null || one.With.Area == with)) >= max;
    }

    private static Refusal Full(int max) => GroupRefusals.ConnectionsFull(max);

    /// <summary>Stores our answer and sends it.</summary>
    private Next<GroupConnections> Say(Agreement before, bool yes, GroupAddress us, int number, DateTimeOffset now)
    {
        var agreement = before with { Ours = yes, OursNumber = number, AwaitsUs = false, Since = now };
        var said = With(agreement, now).Send(new ConnectionSaid
        {
            From = us.Area,
            To = agreement.With.Area,
            Group = us.Id,
            With = agreement.With.Id,
            Yes = yes,
            LastReceived = agreement.TheirsNumber,
        });
        if (!yes) return said.Then(connections => connections.Forget(agreement));
        return agreement.IsConnected ? said.Then(connections => connections.SendAll(agreement, now)) : said;
    }

    /// <summary>
    /// Removes the shared meetings of a connection that has ended. A refusal that arrives late keeps what was shared
    /// after it: that came with a later yes and is not sent again.
    /// </summary>
    private Next<GroupConnections> Forget(Agreement agreement, int before = int.MaxValue)
    {
        var kept = Received.RemoveAll(one => one.From == agreement.With && one.Number < before);
        return (this with { Received = kept }).Recall(message =>
            message is MeetingShared shared && new GroupAddress(shared.To, shared.With) == agreement.With);
    }

    private GroupConnections With(Agreement agreement, DateTimeOffset now)
    {
        var others = Agreements.RemoveAll(one => one.With == agreement.With);
        // Of each area apart, so that none makes us forget what another's groups have said.
        var ofArea = others.Where(one => one.With.Area == agreement.With.Area).ToList();
        var tooMany =
            ofArea.Where(one => !one.IsLive || one.HasLapsed(now))
                .OrderBy(one => one.Since)
                .Take(ofArea.Count + 1 - MaxRememberedByArea)
                .ToList();
        return this with { Agreements = others.RemoveRange(tooMany).Add(agreement) };
    }
}
