using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Panels;

/// <summary>A panel as it was typed. The names are those of the API's JSON.</summary>
public sealed record SetUpPanelForm
{
    /// <summary>The panel; for a new one made by the page, so that sending the form twice sets up one.</summary>
    public PanelId Id { get; init; }

    /// <summary>The version that is changed; 0 for a new one.</summary>
    public int Version { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The day.</summary>
    public string HeldOn { get; init; } = "";

    /// <summary>The questions, one on a line.</summary>
    public string Questions { get; init; } = "";

    /// <summary>How many candidates there are.</summary>
    public string Candidates { get; init; } = "";

    /// <summary>The other groups that are ticked; only for a new one.</summary>
    public ImmutableHashSet<string> Groups { get; init; } = [];

    internal static SetUpPanelForm New() => new() { Id = new(Guid.CreateVersion7()) };

    internal static SetUpPanelForm Of(PanelDetails panel) => new()
    {
        Id = panel.Id,
        Version = panel.Version,
        Title = panel.SetUp.Title,
        HeldOn = Day.Text(panel.SetUp.HeldOn),
        Questions = string.Join('\n', panel.SetUp.Questions),
        Candidates = panel.SetUp.Candidates.ToString(CultureInfo.InvariantCulture),
    };

    internal static SetUpPanelForm Of(IFormCollection form) => new()
    {
        Id = PanelId.TryParse(form["id"], out var id) ? id : new(Guid.CreateVersion7()),
        Version = form.Version(),
        Title = form.Text("title"),
        HeldOn = form.Text("heldOn"),
        Questions = form.Lines("questions"),
        Candidates = form.Text("candidates"),
        Groups = [.. form["groups"].OfType<string>()],
    };

    /// <summary>Reads it, for these groups.</summary>
    internal FormErrors Read(ImmutableArray<GroupId> groups, out SetUpPanel says)
    {
        FormErrors errors = [];
        if (Title.Length == 0) errors.Add(new("title", "Enter what it is called."));
        if (!Day.TryRead(HeldOn, out var day)) errors.Add(new("heldOn", "Enter the day."));
        if (!int.TryParse(Candidates, NumberStyles.None, CultureInfo.InvariantCulture, out var candidates))
            errors.Add(new("candidates", "Enter how many people you will listen to, from 1 to 8."));
        says = new()
        {
            Title = Title,
            Groups = groups,
            HeldOn = day,
            Questions = [.. FormText.EachLine(Questions)],
            Candidates = candidates,
        };
        if (says.Questions.IsEmpty) errors.Add(new("questions", "Enter at least one question."));
        return errors;
    }
}
