using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Worries;

/// <summary>A worry about an offer, a person or a group, for the area's coordinators.</summary>
internal sealed record Worry : ISends<Worry>, IForgets<Worry>
{
    /// <summary>The ID.</summary>
    public WorryId Id { get; init; }

    /// <summary>Who wrote it; null if nobody has yet, or somebody whom it leads to is erased.</summary>
    public MemberId? Writer { get; init; }

    /// <summary>What it says; null once its writer, or the person whom it is about, is erased.</summary>
    public WriteWorry? Says { get; init; }

    /// <summary>The person whom it is about, directly or as the maker of an offer.</summary>
    public MemberId? Person { get; init; }

    /// <summary>The group that it is about, directly or because an offer is made for it.</summary>
    public GroupId? Group { get; init; }

    /// <summary>Who led the group when it was written: stepping down opens nothing to them.</summary>
    [MaxItems(1000)]
    public ImmutableArray<MemberId> Leads { get; init; } = [];

    /// <summary>Its state.</summary>
    public WorryState State { get; init; }

    /// <summary>When this state began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The answer.</summary>
    public string? Reply { get; init; }

    private bool IsUsed => Says is not null || Since != default;

    /// <summary>Writes it. Only the first to use an ID can.</summary>
    public Next<Worry> Write(
        WorryId id, WriteWorry says, WorryConcern concern, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (by.Member is not { } writer) return MemberRefusals.NotFound;
        if (IsUsed && Writer != writer) return WorryRefusals.NotFound;
        if (says.SubjectId == Guid.Empty) return WorryRefusals.Invalid("subjectId", "Use the ID of what it is about.");
        if (!WorryFields.Text.Allows(says.Text)) return WorryRefusals.Invalid("text", WorryFields.Text.Detail);
        if (Says == says) return this;
        if (IsUsed) return WorryRefusals.Differs;
        var written = this with
        {
            Id = id,
            Writer = writer,
            Says = says,
            Person = concern.Person,
            Group = concern.Group,
            Leads = concern.Leads,
            Since = now,
        };
        return written.Send(new WorryWritten(writer, id));
    }

    /// <summary>A coordinator whom it is not about is acting on it.</summary>
    public Result<Worry> Act(MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Says is null || IsAbout(by, own)) return WorryRefusals.NotFound;
        if (State == WorryState.Answered) return WorryRefusals.Answered;
        return State == WorryState.ActedOn ? this : this with { State = WorryState.ActedOn, Since = now };
    }

    /// <summary>A coordinator whom it is not about answers, which closes it.</summary>
    public Result<Worry> Answer(AnswerWorry answer, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Says is null || IsAbout(by, own)) return WorryRefusals.NotFound;
        if (!WorryFields.Text.Allows(answer.Answer)) return WorryRefusals.Invalid("answer", WorryFields.Text.Detail);
        if (Reply == answer.Answer) return this;
        if (State == WorryState.Answered) return WorryRefusals.Answered;
        return this with { State = WorryState.Answered, Since = now, Reply = answer.Answer };
    }

    /// <summary>The worry for its writer, and for coordinators whom it is not about.</summary>
    public Result<WorryDetails> SeenBy(Caller by, MemberStanding own)
    {
        var isWriter = Writer is { } writer && by.Is(writer);
        if (Says is null || (!isWriter && (!by.Coordinates || IsAbout(by, own)))) return WorryRefusals.NotFound;
        return new WorryDetails
        {
            Id = Id,
            About = Says.About,
            SubjectId = Says.SubjectId,
            Text = Says.Text,
            State = State,
            Since = Since,
            WrittenBy = by.Coordinates ? Writer : null,
            Answer = Reply,
        };
    }

    /// <summary>
    /// Forgets its writer, and a person whom it is about, with every word. Only that the ID was used remains.
    /// </summary>
    public Next<Worry> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (Writer != person && Person != person) return this;
        return ((Next<Worry>)new Worry { Id = Id, Since = now }).Recall(message => message is WorryWritten).Wiped();
    }

    /// <summary>The writer was erased while it was being written.</summary>
    public Next<Worry>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now)
    {
        if (message is not WorryWritten written || code != MemberRefusals.Erased.Code) return null;
        return Forget(written.Writer, home, now);
    }

    private bool IsAbout(Caller by, MemberStanding own)
    {
        if (by.Member is not { } reader) return false;
        return Person == reader || Leads.Contains(reader) || (Group is { } group && own.Leads.Contains(group));
    }
}

/// <summary>Whom a worry is about: coordinators among them cannot read it.</summary>
/// <param name="Person">The person, or the maker of the offer.</param>
/// <param name="Group">The group, or the one that the offer is made for.</param>
internal sealed record WorryConcern(MemberId? Person, GroupId? Group)
{
    /// <summary>Who leads the group.</summary>
    public ImmutableArray<MemberId> Leads { get; init; } = [];
}
