using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;

namespace PeerNet.Local;

/// <summary>Seeds panels whose questions are agreed, with some of their sheets.</summary>
internal sealed class SeedPanels(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>Sets up a panel, or goes on where an earlier start stopped.</summary>
    public async Task Write(SeedPanel panel, int place)
    {
        var id = new PanelId(SeedId.Of(at.Area.Value, "panel", place));
        var grain = grains.Panel(at.Area, id);
        var lead = await file.LeadOf(grains, panel.Group);
        // On another day it stays as it is.
        if ((await grain.Get(lead)).Refused(out _, out _)) Seed.Expect(await grain.SetUp(Says(panel), default, lead));
        Seed.Expect(await grain.Agree(IfMatch.Any, lead));
        foreach (var sheet in panel.Sheets)
            Seed.Expect(await grain.Enter(sheet.Candidate, sheet.For(id), IfMatch.None, lead));
    }

    private SetUpPanel Says(SeedPanel panel) => new()
    {
        Title = panel.Title,
        Groups = [file.GroupId(panel.Group)],
        HeldOn = today.AddDays(-panel.DaysAgo),
        Questions = [.. panel.Questions],
        Candidates = panel.Candidates,
    };
}

/// <summary>A made-up panel.</summary>
/// <param name="Group">The place of its group.</param>
/// <param name="DaysAgo">How many days ago it was held.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Candidates">How many candidates there were.</param>
/// <param name="Questions">What each was asked.</param>
/// <param name="Sheets">The sheets that are in.</param>
internal sealed record SeedPanel(
    int Group, int DaysAgo, string Title, int Candidates, string[] Questions, SeedPanelSheet[] Sheets);

/// <summary>A made-up sheet.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Answers">The thumbs for each question, in order.</param>
internal sealed record SeedPanelSheet(Candidate Candidate, SeedThumbs[] Answers)
{
    /// <summary>The sheet for that panel.</summary>
    public EnterSheet For(PanelId panel) => new()
    {
        SheetId = Ids.Of<SheetId>($"seed/{panel}/{Candidate}"),
        Answers = [.. Answers.Select((thumbs, place) => thumbs.For(PanelQuestionId.At(panel, place)))],
    };
}

/// <summary>Made-up thumbs for one answer.</summary>
/// <param name="Up">How many were up.</param>
/// <param name="Middle">How many were in the middle.</param>
/// <param name="Down">How many were down.</param>
/// <param name="Reasons">What would have made it middle.</param>
internal sealed record SeedThumbs(int Up, int Middle, int Down, string[] Reasons)
{
    /// <summary>The thumbs for that question.</summary>
    public CountedThumbs For(PanelQuestionId question) =>
        new() { QuestionId = question, Up = Up, Middle = Middle, Down = Down, Reasons = [.. Reasons] };
}
