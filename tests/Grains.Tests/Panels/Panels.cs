using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Panels;

/// <summary>A panel of <see cref="TheGroup"/> and <see cref="Neighbours"/> with three candidates.</summary>
internal static class Panels
{
    public static readonly PanelId ThePanel = new(new("01990000-0000-7000-8000-0000000000f1"));
    public static readonly GroupId Neighbours = new(new("01990000-0000-7000-8000-0000000000f2"));
    public static readonly GroupId Bystanders = new(new("01990000-0000-7000-8000-0000000000f3"));
    public static readonly SheetId Mine = new(new("01990000-0000-4000-8000-0000000000f4"));
    public static readonly SheetId SomebodyElses = new(new("01990000-0000-4000-8000-0000000000f5"));
    public static readonly ImmutableArray<GroupId> Found = [TheGroup, Neighbours];
    public static readonly MemberStanding Leads = Leading(TheGroup);
    public static readonly DateOnly Today = new(2026, 11, 18);

    public static readonly SetUpPanel Recruiting = new()
    {
        Title = "Supported living, three places",
        Groups = [TheGroup, Neighbours],
        HeldOn = new(2026, 11, 25),
        Questions = ["What do you do when somebody says no?", "What makes a good evening?"],
        Candidates = 3,
    };

    public static MemberStanding Leading(params ImmutableArray<GroupId> groups) =>
        Known with { Groups = groups, Leads = groups };

    public static Panel ADraft(SetUpPanel? says = null) =>
        new Panel().SetUp(ThePanel, says ?? Recruiting, Found, IfMatch.None, 0, Leads, Today).Yes();

    public static Panel AnAgreed() => ADraft().Agree(IfMatch.Exactly(1), 1, Leads, Today).Yes();

    public static CountedThumbs Thumbs(
        int place, int up, int middle, int down, params ImmutableArray<string> reasons) =>
        new() { QuestionId = IdAt(place), Up = up, Middle = middle, Down = down, Reasons = reasons };

    public static PanelQuestionId IdAt(int place) => PanelQuestionId.At(ThePanel, place);

    public static EnterSheet ASheet(int up = 6) => new()
    {
        SheetId = Mine, Answers = [Thumbs(0, up, 1, 2, "Say how you would ask again."), Thumbs(1, 2, 2, 0)],
    };

    public static Result<Panel> Enter(
        this Panel panel, Candidate candidate, EnterSheet sheet, IfMatch ifMatch = default) =>
        panel.Enter(candidate, sheet, ifMatch, Leads, Today);
}
