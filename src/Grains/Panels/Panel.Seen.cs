using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;

namespace PeerNet.Grains.Panels;

/// <summary>Who sees what of it, and until when.</summary>
internal sealed partial record Panel
{
    /// <summary>The day on which all of it is gone; null if nobody has set it up.</summary>
    public DateOnly? GoneOn => Says?.HeldOn.AddMonths(PanelFields.MonthsKept);

    /// <summary>The panel, for leads of its groups; for anybody else it is not there.</summary>
    public Result<PanelDetails> SeenBy(MemberStanding own, int edition, DateOnly today)
    {
        if (!IsSeenBy(own, today)) return PanelRefusals.NotFound;
        return new PanelDetails
        {
            Id = Id,
            SetUp = Says!,
            State = State,
            Questions = Questions(),
            Sheets = [.. Sheets.Select(sheet => sheet.Seen())],
            GoneOn = GoneOn!.Value,
            CanEnd = CanEnd(own),
            Version = edition,
        };
    }

    /// <summary>What was made of one candidate's answers.</summary>
    public Result<SheetDetails> SheetSeenBy(Candidate candidate, MemberStanding own, DateOnly today)
    {
        if (!IsSeenBy(own, today)) return PanelRefusals.NotFound;
        if (!Listens(candidate)) return PanelRefusals.CandidateNotFound;
        return Find(candidate) is { } sheet ? sheet.Seen() : PanelRefusals.SheetNotFound;
    }

    /// <summary>What the list of one of its groups says of it; null for any other group, and once it is over.</summary>
    public PanelLine? LineFor(GroupId group, DateOnly today)
    {
        if (Says is null || !Says.Groups.Contains(group) || IsOverOn(today)) return null;
        return new(Id, Says.Title, Says.HeldOn, State, Sheets.Length, Says.Candidates);
    }

    /// <summary>The questions with their IDs, in their order.</summary>
    public ImmutableArray<PanelQuestion> Questions() =>
        [.. Says!.Questions.Select((text, place) => new PanelQuestion(PanelQuestionId.At(Id, place), text))];

    /// <summary>The sheet for a candidate, or null.</summary>
    public PanelSheet? Find(Candidate candidate) => Sheets.FirstOrDefault(sheet => sheet.Candidate == candidate);

    private bool Listens(Candidate candidate) => (int)candidate < Says!.Candidates;

    // Its day alone decides, even if nobody has wiped it yet.
    private bool IsOverOn(DateOnly today) => today >= GoneOn;

    private bool IsSeenBy(MemberStanding own, DateOnly today) =>
        Says is not null && !IsOverOn(today) && Says.Groups.Any(own.Leads.Contains);
}
