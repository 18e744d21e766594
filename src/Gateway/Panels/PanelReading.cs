using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Panels;

/// <summary>Reads panels for pages.</summary>
internal static class PanelReading
{
    /// <summary>Returns a panel with its groups for a lead of one of them.</summary>
    public static async Task<Result<PanelModel>> ReadPanel(this Home home, PanelId id, Caller by)
    {
        if ((await home.Panel(id).Get(by)).Refused(out var refusal, out var panel)) return refusal;
        var groups = new List<GroupDetails>();
        foreach (var group in panel.SetUp.Groups)
            if (!(await home.Group(group).Get(by)).Refused(out _, out var found)) groups.Add(found);
        return new PanelModel(panel, groups);
    }

    /// <summary>Returns a group for one of its leads; for anybody else it has no panels.</summary>
    public static async Task<Result<GroupDetails>> ReadForPanel(this Home home, GroupId id, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        return group.IsLed() ? group : PanelRefusals.NotFound;
    }
}

/// <summary>A panel.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Groups">Its groups.</param>
public sealed record PanelModel(PanelDetails Panel, IReadOnlyList<GroupDetails> Groups)
{
    /// <summary>What could not be done.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The address of the page.</summary>
    public string Url => $"/panels/{Panel.Id}";

    /// <summary>The panels of the group that the caller leads.</summary>
    public string ListUrl =>
        Groups.FirstOrDefault(group => group.IsLed()) is { } mine ? $"/groups/{mine.Id}/panels" : "/home";

    /// <summary>The group that set it up; null if the caller cannot find it.</summary>
    public GroupDetails? Founder => Groups.FirstOrDefault(group => group.Id == Panel.SetUp.Groups[0]);

    /// <summary>The candidates, as letters.</summary>
    public IEnumerable<Candidate> Candidates => Enum.GetValues<Candidate>().Take(Panel.SetUp.Candidates);

    /// <summary>The sheet for a candidate, or null.</summary>
    public SheetDetails? SheetFor(Candidate candidate) =>
        Panel.Sheets.FirstOrDefault(sheet => sheet.Candidate == candidate);
}
