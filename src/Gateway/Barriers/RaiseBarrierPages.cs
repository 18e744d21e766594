using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>The form on which somebody says for their group what gets in people's way.</summary>
internal sealed class RaiseBarrierPages : IEndpoints
{
    private const string At = "/groups/{id}/barriers/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Raise).ForMembers().Within(limits => limits.BarriersPerDay);
    }

    private static async Task<Sent> Show(GroupId id, Home home, CurrentCaller by, string? gathering = null)
    {
        return (await Read(id, home, by.Caller)).Refused(out var refusal, out var model)
            ? refusal.ToProblem()
            : Page.Of<RaiseBarrierPage, RaiseBarrierModel>(model with { Gathering = gathering ?? "" });
    }

    private static async Task<Sent> Raise(GroupId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var empty)) return refusal.ToProblem();
        var model = empty.With(form);
        if (model.Unanswered is { Count: > 0 } errors) return Again(model with { Errors = errors });
        if (!(await home.Barrier(model.BarrierId).Raise(model.Barrier, by.Caller)).Refused(out refusal, out _))
            return TypedResults.LocalRedirect($"/barriers/{model.BarrierId}");
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        // The ID was used for other words: these are another barrier.
        if (refusal.Code == BarrierRefusals.Differs.Code)
            model = model with { BarrierId = new(Guid.CreateVersion7()) };
        return Again(model with { Errors = BarrierWords.Of(refusal, "text") });
    }

    private static Sent Again(RaiseBarrierModel model) =>
        Page.Again<RaiseBarrierPage, RaiseBarrierModel>(model);

    private static async Task<Result<RaiseBarrierModel>> Read(GroupId id, Home home, Caller by)
    {
        if ((await home.Group(id).Get(by)).Refused(out var refusal, out var group)) return refusal;
        if ((await home.ReadOwnGroups(by)).All(own => own.Id != id)) return BarrierRefusals.GroupOnly;
        return new RaiseBarrierModel(group, await home.Barriers.ListRoles(by)) { IsLed = group.IsLed() };
    }
}

/// <summary>What somebody says for their group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Roles">Whom it can be put to.</param>
public sealed record RaiseBarrierModel(GroupDetails Group, IReadOnlyList<RoleDetails> Roles)
{
    /// <summary>Whether the caller leads the group, so that nobody else has to agree that anybody reads it.</summary>
    public bool IsLed { get; init; }

    /// <summary>The ID, so that sending it twice raises it once.</summary>
    public BarrierId BarrierId { get; init; } = new(Guid.CreateVersion7());

    /// <summary>What gets in the way.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is about, as a word.</summary>
    public string About { get; init; } = "";

    /// <summary>Where it has to change, as a word.</summary>
    public string Layer { get; init; } = "";

    /// <summary>Whom it is put to.</summary>
    public string RoleId { get; init; } = "";

    /// <summary>Whether they hear it for the first time.</summary>
    public bool IsUnrehearsed { get; init; }

    /// <summary>Who can read it.</summary>
    public string Readers { get; init; } = Words<Readers>.Of(default);

    /// <summary>The gathering at which it is raised, if any.</summary>
    public string Gathering { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What has not been chosen.</summary>
    internal FormErrors Unanswered
    {
        get
        {
            var errors = new FormErrors();
            if (Words<BarrierAbout>.Find(About) is null) errors.Add(new("about", "Choose what it is about."));
            if (Words<Layer>.Find(Layer) is null) errors.Add(new("layer", "Choose where it has to change."));
            if (!Contracts.Barriers.RoleId.TryParse(RoleId, out _)) errors.Add(new("roleId", "Choose who to ask."));
            if (Words<Readers>.Find(Readers) is null) errors.Add(new("readers", "Choose who can read it."));
            return errors;
        }
    }

    /// <summary>The request, once everything has been chosen.</summary>
    internal RaiseBarrier Barrier => new()
    {
        GroupId = Group.Id,
        Text = Text,
        About = Words<BarrierAbout>.Find(About)!.Value,
        Layer = Words<Layer>.Find(Layer)!.Value,
        RoleId = Ids.TryParse<RoleId>(RoleId, out var role) ? role : default,
        IsUnrehearsed = IsUnrehearsed,
        GatheringId = GatheringId.TryParse(Gathering, out var gathering) ? gathering : null,
        Readers = Words<Readers>.Find(Readers)!.Value,
    };

    /// <summary>The same with what a form holds.</summary>
    internal RaiseBarrierModel With(IFormCollection form) => this with
    {
        BarrierId = Contracts.Barriers.BarrierId.TryParse(form["barrierId"], out var id) ? id : BarrierId,
        Text = form.Lines("text"),
        About = form.Text("about"),
        Layer = form.Text("layer"),
        RoleId = form.Text("roleId"),
        IsUnrehearsed = form.Text("isUnrehearsed") == "true",
        Gathering = form.Text("gatheringId"),
        Readers = form.Text("readers"),
    };
}
