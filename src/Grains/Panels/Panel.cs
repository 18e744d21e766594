using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Panels;

/// <summary>
/// What a panel asks every candidate, and the sheets that are in. It names groups and letters, and never a person.
/// Pure: each transition returns the next panel, the same panel, or a refusal.
/// </summary>
internal sealed partial record Panel : IHasEditions
{
    /// <summary>The ID.</summary>
    public PanelId Id { get; init; }

    /// <summary>What was set up; null if nobody has set it up, and once it is gone.</summary>
    public SetUpPanel? Says { get; init; }

    /// <summary>Its state.</summary>
    public PanelState State { get; init; }

    /// <summary>The sheets that are in, in the order of the letters.</summary>
    [MaxItems(PanelFields.MaxCandidates)]
    public ImmutableArray<PanelSheet> Sheets { get; init; } = [];

    /// <inheritdoc/>
    public object Seen() => (Says, State, Sheets);

    /// <summary>A lead of one of its groups sets it up, or changes the draft.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="says">What is set up.</param>
    /// <param name="found">Those of the groups that it names that the caller can find.</param>
    /// <param name="ifMatch">Which version it changes.</param>
    /// <param name="edition">The present version.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="today">The day.</param>
    public Result<Panel> SetUp(
        PanelId id, SetUpPanel says, ImmutableArray<GroupId> found, IfMatch ifMatch, int edition, MemberStanding own,
        DateOnly today)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (State == PanelState.Gone || IsOverOn(today)) return PanelRefusals.Gone;
        if (Says is not null && !IsSeenBy(own, today)) return PanelRefusals.NotFound;
        if (PanelRules.Check(says, Says?.HeldOn, today) is { } wrong) return wrong;
        if (Says is null && !own.Leads.Contains(says.Groups[0])) return PanelRefusals.LeadsOnly;
        if (Says is not null && PeerNetJson.Same(Says, says)) return this;
        if (State != PanelState.Draft) return PanelRefusals.Fixed;
        if (Says is not null && !Says.Groups.SequenceEqual(says.Groups))
            return PanelRefusals.Invalid("groups", "They stay the same. Set up another panel.");
        if (Says is null && !says.Groups.All(found.Contains))
            return PanelRefusals.Invalid("groups", "Use groups of this area that you can find.");
        if (ifMatch.Check(edition) is { } stale) return stale;
        return this with { Id = id, Says = says };
    }

    /// <summary>A lead says that the questions are agreed as they have read them.</summary>
    public Result<Panel> Agree(IfMatch ifMatch, int edition, MemberStanding own, DateOnly today)
    {
        if (!IsSeenBy(own, today)) return PanelRefusals.NotFound;
        if (State == PanelState.Agreed) return this;
        return ifMatch.Check(edition) is { } stale ? stale : this with { State = PanelState.Agreed };
    }

    /// <summary>A lead enters the sheet for a candidate, or corrects the one that they have read.</summary>
    public Result<Panel> Enter(
        Candidate candidate, EnterSheet sheet, IfMatch ifMatch, MemberStanding own, DateOnly today)
    {
        if (!IsSeenBy(own, today)) return PanelRefusals.NotFound;
        if (!Listens(candidate)) return PanelRefusals.CandidateNotFound;
        if (State != PanelState.Agreed) return PanelRefusals.NotAgreed;
        if (PanelRules.Check(sheet, Questions()) is { } wrong) return wrong;
        var answers = InOrder(sheet.Answers);
        var known = Find(candidate);
        // Nobody else learns whether thumbs are the same: trying them out would tell figures below five.
        if (known?.SheetId == sheet.SheetId && PeerNetJson.Same(known.Answers, answers)) return this;
        if (ifMatch.Check(known?.Version ?? 0) is { } stale) return stale;
        return With(new()
        {
            Candidate = candidate,
            Version = (known?.Version ?? 0) + 1,
            SheetId = sheet.SheetId,
            Answers = answers,
        });
    }

    // A result must not depend on who was listened to first.
    private Panel With(PanelSheet sheet)
    {
        var others = Sheets.Where(one => one.Candidate != sheet.Candidate);
        return this with { Sheets = [.. others.Append(sheet).OrderBy(one => one.Candidate)] };
    }

    private ImmutableArray<CountedThumbs> InOrder(ImmutableArray<CountedThumbs> answers) =>
        [.. Questions().Select(question => answers.Single(answer => answer.QuestionId == question.Id))];
}
