using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.NextSteps;

/// <summary>What somebody types about a next step.</summary>
public sealed record StepForm
{
    /// <summary>The step's owner is the group that writes it down.</summary>
    public const string Us = "us";

    /// <summary>The step's owner is the other group.</summary>
    public const string Them = "them";

    /// <summary>The ID, so that sending it twice writes it once.</summary>
    public required NextStepId Id { get; init; }

    /// <summary>What is to be done.</summary>
    public string Text { get; init; } = "";

    /// <summary>The other group that it is for.</summary>
    public string For { get; init; } = "";

    /// <summary>Who is asked to do it: <c>us</c>, <c>them</c>, the ID of a role, or nobody.</summary>
    public string Owner { get; init; } = "";

    /// <summary>By when.</summary>
    public string DueOn { get; init; } = "";

    /// <summary>Where something has to change.</summary>
    public string Layer { get; init; } = "";

    /// <summary>What it costs.</summary>
    public string Cost { get; init; } = "";

    /// <summary>The gathering that it comes from, if any.</summary>
    public string Gathering { get; init; } = "";

    /// <summary>The question whose option it comes from, if any.</summary>
    public string Question { get; init; } = "";

    /// <summary>The letter of that option.</summary>
    public string Option { get; init; } = "";

    /// <summary>Who can read it.</summary>
    public string Readers { get; init; } = Words<Readers>.Of(default);

    /// <summary>What was sent.</summary>
    public static StepForm Of(IFormCollection form) => new()
    {
        Id = NextStepId.TryParse(form["id"], out var given) ? given : NewId(),
        Text = form.Lines("text"),
        For = form.Text("for"),
        Owner = form.Text("ownerId"),
        DueOn = form.Text("dueOn"),
        Layer = form.Text("layer"),
        Cost = form.Text("cost"),
        Gathering = form.Text("gatheringId"),
        Question = form.Text("question"),
        Option = form.Text("option"),
        Readers = form.Text("readers"),
    };

    /// <summary>An ID for a step that nobody has written down.</summary>
    public static NextStepId NewId() => new(Guid.CreateVersion7());

    /// <summary>The option that it comes from; null if there is none.</summary>
    internal VoicedOption? From => QuestionId.TryParse(Question, out var asked) ? new(asked, Option) : null;

    /// <summary>The body of the API's request, or what is wrong with the form.</summary>
    internal FormErrors Read(GroupId group, out WriteNextStep says)
    {
        var errors = new FormErrors();
        if (!NextStepFields.Text.Allows(Text)) errors.Add(new("text", "Enter what needs to be done, up to 500 "
            + "characters."));
        if (!GroupId.TryParse(For, out var other)) errors.Add(new("for", "Choose a group."));
        if (!Day.TryRead(DueOn, out var due)) errors.Add(new("dueOn", "Enter the day."));
        if (Words<Layer>.Find(Layer) is null) errors.Add(new("layer", "Choose what has to change."));
        if (Words<StepCost>.Find(Cost) is null) errors.Add(new("cost", "Choose what it costs."));
        if (Words<Readers>.Find(Readers) is null) errors.Add(new("readers", "Choose who can read it."));
        says = new WriteNextStep
        {
            Text = Text,
            Layer = Words<Layer>.Find(Layer) ?? default,
            OwnerId = Owner switch { Us => group, Them => other, _ => null },
            OwnerRoleId = RoleId.TryParse(Owner, out var role) ? role : null,
            DueOn = due,
            Cost = Words<StepCost>.Find(Cost) ?? default,
            GroupId = group,
            GatheringId = GatheringId.TryParse(Gathering, out var gathering) ? gathering : null,
            For = other == group ? [group] : [other, group],
            Readers = Words<Readers>.Find(Readers) ?? default,
            From = From,
        };
        return errors;
    }
}
