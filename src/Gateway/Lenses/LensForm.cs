using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Lenses;

/// <summary>A lens as a coordinator typed it. The names are those of the API's JSON.</summary>
public sealed record LensForm
{
    /// <summary>The lens, made by the page, so that sending the form twice adds one.</summary>
    public required LensId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string Makers { get; init; } = "";

    /// <summary>The credit that its makers ask for.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Where it can be read.</summary>
    public string Link { get; init; } = "";

    /// <summary>Its steps, one on each line.</summary>
    public string Steps { get; init; } = "";

    /// <summary>Which version it is.</summary>
    public string Version { get; init; } = "";

    internal static LensForm New() => new() { Id = NewId() };

    internal static LensId NewId() => new(Guid.CreateVersion7());

    internal static LensForm Of(IFormCollection form) => new()
    {
        Id = LensId.TryParse(form["id"], out var id) ? id : NewId(),
        Name = form.Text("name"),
        Makers = form.Text("makers"),
        Credit = form.Lines("credit"),
        Link = form.Text("link"),
        Steps = form.Lines("steps"),
        Version = form.Text("version"),
    };

    /// <summary>The body of the API's request, or what is wrong with the form.</summary>
    internal FormErrors Read(out AddLens lens)
    {
        lens = new()
        {
            Name = Name,
            Makers = Makers,
            Credit = Credit,
            Link = Link.Length > 0 ? Link : null,
            Steps = [.. FormText.EachLine(Steps)],
            Version = Version,
        };
        FormErrors errors = [];
        if (!LensFields.Name.Allows(Name)) errors.Add(new("name", "Enter its name, up to 120 characters."));
        if (!LensFields.Makers.Allows(Makers)) errors.Add(new("makers", "Enter who made it, up to 250 characters."));
        if (!LensFields.Credit.Allows(Credit))
            errors.Add(new("credit", "Enter the credit that they ask for, up to 500 characters."));
        if (!LensFields.IsLink(lens.Link))
            errors.Add(new("link", "Enter an address that begins with https://, up to 250 characters."));
        if (!LensFields.AreSteps(lens.Steps))
            errors.Add(new("steps", "Enter up to 20 different steps, each up to 120 characters."));
        if (!LensFields.Version.Allows(Version))
            errors.Add(new("version", "Enter which version it is, up to 60 characters."));
        return errors;
    }
}
