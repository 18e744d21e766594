using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>A person. Everything personal that PeerNet knows of anybody stands in this record and in no other, so that erasing it erases the person.</summary>
internal sealed partial record Member : IPosting<Member, LetGo>
{
    /// <inheritdoc/>
    public int Version { get; init; }

    /// <summary>Rises with every change of what they tell: the version that readers see and If-Match names.</summary>
    public int Edition { get; init; }

    /// <summary>The person's own id.</summary>
    public MemberId Id { get; init; }

    /// <summary>What they tell of themselves; null: nothing yet, or erased.</summary>
    public MemberProfile? Profile { get; init; }

    /// <summary>Consents given and withdrawn, oldest first.</summary>
    public ImmutableArray<ConsentReceipt> Receipts { get; init; } = [];

    /// <summary>Their part in each group they were ever in; a part of null is one they left, kept so that late news is known to be late.</summary>
    public ImmutableArray<GroupNews> Groups { get; init; } = [];

    /// <summary>Their seats in groups of other areas, those that ended included.</summary>
    public ImmutableArray<SeatNews> Seats { get; init; } = [];

    /// <summary>When they were erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Groups and seats that must still let go of them.</summary>
    public ImmutableArray<Posted<LetGo>> Outbox { get; init; } = [];

    /// <summary>What a newer silo wrote and this one does not know; kept when this one writes.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Newer { get; init; }

    /// <inheritdoc/>
    public bool Waiting => !Outbox.IsEmpty;

    /// <summary>What other grains need to know.</summary>
    public MemberStanding Standing => new(
        Profile is not null || ErasedAt is not null,
        ErasedAt is not null,
        [.. Groups.Where(g => g.Part >= Part.Member).Select(g => g.GroupId)],
        [.. Groups.Where(g => g.Part >= Part.CoLead).Select(g => g.GroupId)],
        [.. Seats.Where(s => IsLive(s.Seat)).Select(s => s.Seat)]);

    /// <inheritdoc/>
    public Member At(int version) => this with { Version = version };

    /// <summary>Makes the record (the person, a lead or a coordinator) or changes it (the person or a coordinator).</summary>
    public Result<Member> Describe(MemberId id, MemberProfile profile, IfMatch ifMatch, Caller by, MemberStanding caller, DateTimeOffset now)
    {
        var mine = by.Is(id) || by.Coordinates;
        if (Profile is null && !mine && caller.Leads.IsEmpty) return AccessRefusals.NotYours;
        if (ErasedAt is not null) return mine ? MemberRefusals.Erased : MemberRefusals.NotFound;
        // A lead who sends again what they wrote for a newcomer must not be told that nobody is there.
        if (Profile is not null && !mine) return !caller.Leads.IsEmpty && PeerNetJson.Same(Profile, profile) ? this : MemberRefusals.NotFound;
        if (ProfileRules.Check(profile) is { } wrong) return wrong;
        if (Profile is not null && PeerNetJson.Same(Profile, profile)) return this;
        if (Profile is not null && ifMatch.Check(Edition) is { } stale) return stale;
        if (Profile is null && ifMatch.Version is not null) return VersionRefusals.Stale(0);
        return this with { Id = id, Edition = Edition + 1, Profile = profile, Receipts = Receipts.AddRange(Changed(Profile?.Consents, profile.Consents, now)) };
    }

    /// <summary>Takes in what a group says of this person; news older than what is known changes nothing.</summary>
    public Result<Member> Note(MembershipChanged news)
    {
        var known = Groups.FirstOrDefault(g => g.GroupId == news.Group);
        if (ErasedAt is not null || known?.Version >= news.Version) return this;
        return this with { Groups = [.. Groups.Where(g => g.GroupId != news.Group), new(news.Group, news.Part, news.Version)] };
    }

    /// <summary>Leaves nothing of the person but that there was one. Past meetings point at the id alone, so their counts stay true.</summary>
    public Result<Member> Erase(Caller by, DateTimeOffset now) =>
        Profile is null && ErasedAt is null ? MemberRefusals.NotFound
        : !by.Is(Id) && !by.Coordinates ? MemberRefusals.NotFound
        : ErasedAt is not null ? this
        : new Member
        {
            Version = Version,
            Id = Id,
            ErasedAt = now,
            // Seats that have ended too: what was marked there leads to the person until it is wiped.
            Outbox =
            [
                .. Groups.Where(g => g.Part is not null).Select(g => new Posted<LetGo>(now, LetGo.Of(g.GroupId))),
                .. Seats.Select(s => new Posted<LetGo>(now, LetGo.Of(s.Seat.SeatId))),
            ],
        };

    /// <summary>A group or a seat has let go.</summary>
    public Member Delivered(LetGo fact) => this with { Outbox = Outbox.RemoveAll(p => p.Fact == fact) };

    private static IEnumerable<ConsentReceipt> Changed(Consents? before, Consents after, DateTimeOffset now) =>
        from consent in ConsentNames
        where consent.Given(after) != (before is not null && consent.Given(before))
        select new ConsentReceipt(consent.What, consent.Given(after), now);

    private static readonly ImmutableArray<(string What, Func<Consents, bool> Given)> ConsentNames =
    [
        ("nameToGroups", c => c.NameToGroups),
        ("contactToLeads", c => c.ContactToLeads),
        ("helpsToLeads", c => c.HelpsToLeads),
    ];
}

/// <summary>The latest a person's record knows of their part in one group.</summary>
internal sealed record GroupNews(GroupId GroupId, Part? Part, int Version);
