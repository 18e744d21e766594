using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Practices;

/// <summary>What somebody types about what their group has done. The names are those of the API's JSON.</summary>
public sealed record TellPracticeForm
{
    /// <summary>The ID, so that sending it twice tells it once.</summary>
    public required PracticeId Id { get; init; }

    /// <summary>What they did.</summary>
    public string WeDid { get; init; } = "";

    /// <summary>What changed.</summary>
    public string Changed { get; init; } = "";

    /// <summary>What made it hard.</summary>
    public string WasHard { get; init; } = "";

    /// <summary>Where something changed.</summary>
    public string Layer { get; init; } = "";

    /// <summary>The other groups that are ticked.</summary>
    public ImmutableHashSet<string> Groups { get; init; } = [];

    /// <summary>Who can read it.</summary>
    public string Readers { get; init; } = Words<Readers>.Of(default);

    internal static TellPracticeForm New() => new() { Id = new(Guid.CreateVersion7()) };

    internal static TellPracticeForm Of(IFormCollection form) => new()
    {
        Id = PracticeId.TryParse(form["id"], out var given) ? given : new(Guid.CreateVersion7()),
        WeDid = form.Lines("weDid"),
        Changed = form.Lines("changed"),
        WasHard = form.Lines("wasHard"),
        Layer = form.Text("layer"),
        Groups = [.. form["groups"].OfType<string>()],
        Readers = form.Text("readers"),
    };

    /// <summary>The body of the API's request, or what is wrong with the form.</summary>
    internal FormErrors Read(GroupId group, out TellPractice practice)
    {
        FormErrors errors = [];
        if (!PracticeFields.Text.Allows(WeDid)) errors.Add(new("weDid", "Say what you did, up to 1,000 characters."));
        if (!PracticeFields.Text.Allows(Changed))
            errors.Add(new("changed", "Say what changed, up to 1,000 characters."));
        if (Words<Layer>.Find(Layer) is null) errors.Add(new("layer", "Choose where something changed."));
        if (Words<Readers>.Find(Readers) is null) errors.Add(new("readers", "Choose who can read it."));
        practice = new()
        {
            WeDid = WeDid,
            Changed = Changed,
            WasHard = WasHard.Length > 0 ? WasHard : null,
            Layer = Words<Layer>.Find(Layer) ?? default,
            Groups = [group, .. GroupsToTick.Read(Groups).Where(other => other != group)],
            Readers = Words<Readers>.Find(Readers) ?? default,
        };
        return errors;
    }
}
