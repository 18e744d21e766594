using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>The form on which a role says what is in its way.</summary>
internal sealed class ClaimLimitPages : IEndpoints
{
    private const string At = "/limits/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Claim).ForMembers().Within(limits => limits.LimitsPerDay);
    }

    private static async Task<Sent> Show(Home home, CurrentCaller by)
    {
        return (await Read(home, by.Caller)).Refused(out var refusal, out var model)
            ? refusal.ToProblem()
            : Page.Of<ClaimLimitPage, ClaimLimitModel>(model);
    }

    /// <summary>The form, which keeps what the role has written of its answer.</summary>
    internal static async Task<Sent> ShowFrom(AnswerBarrierModel answer, Home home, Caller by)
    {
        return (await Read(home, by)).Refused(out var refusal, out var model)
            ? refusal.ToProblem()
            : Page.Of<ClaimLimitPage, ClaimLimitModel>(
                model with { Barrier = answer.Barrier.Id, Answer = answer.Fields });
    }

    private static async Task<Sent> Claim(IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await Read(home, by.Caller)).Refused(out var refusal, out var empty)) return refusal.ToProblem();
        var model = empty.With(form);
        if (model.Kind is null) return Again(model with { Errors = [new("kind", "Choose what it is.")] });
        if (!(await home.Limit(model.LimitId).Claim(model.Says, by.Caller)).Refused(out refusal, out _))
        {
            return model.Barrier is { } barrier
                ? await AnswerBarrierPages.ShowAfter(barrier, model.LimitId, form, home, by.Caller)
                : TypedResults.LocalRedirect($"/limits/{model.LimitId}");
        }
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if (refusal.Code != LimitRefusals.WordsStay.Code)
            return Again(model with { Errors = BarrierWords.Of(refusal, "what") });
        // The ID was used for other words: these are another limit.
        return Again(model with
        {
            LimitId = new(Guid.CreateVersion7()),
            Errors = [new("what", "You have sent one with this form. Press the button again to send this too.")],
        });
    }

    private static Sent Again(ClaimLimitModel model) =>
        Page.Again<ClaimLimitPage, ClaimLimitModel>(model);

    private static async Task<Result<ClaimLimitModel>> Read(Home home, Caller by)
    {
        var mine = (await home.Barriers.ListRoles(by)).Where(role => role.IsMine).ToArray();
        if (mine.Length == 0) return RoleRefusals.HolderOnly;
        return new ClaimLimitModel(mine);
    }
}

/// <summary>What a role says is in its way.</summary>
/// <param name="Roles">The roles that the caller answers for.</param>
public sealed record ClaimLimitModel(IReadOnlyList<RoleDetails> Roles)
{
    /// <summary>The barrier that they are answering, if they come from there.</summary>
    public BarrierId? Barrier { get; init; }

    /// <summary>What they have written of that answer, by the names of hidden fields.</summary>
    public IReadOnlyDictionary<string, string> Answer { get; init; } = new Dictionary<string, string>();

    /// <summary>The ID, so that sending it twice claims it once.</summary>
    public LimitId LimitId { get; init; } = new(Guid.CreateVersion7());

    /// <summary>The role, as it was chosen.</summary>
    public string RoleId { get; init; } = "";

    /// <summary>What is in the way.</summary>
    public string What { get; init; } = "";

    /// <summary>What kind of thing it is.</summary>
    public LimitKind? Kind { get; init; }

    /// <summary>Where it is written.</summary>
    public string Source { get; init; } = "";

    /// <summary>Which part of it.</summary>
    public string Section { get; init; } = "";

    /// <summary>Whose rule it is.</summary>
    public string WhoseRule { get; init; } = "";

    /// <summary>What would have to change.</summary>
    public string WouldHaveToChange { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The request, once it is chosen what it is.</summary>
    internal ClaimLimit Says => new()
    {
        RoleId = Ids.TryParse<RoleId>(RoleId, out var role) ? role : Roles[0].Id,
        What = What,
        Kind = Kind!.Value,
        Source = Source.Length > 0 ? Source : null,
        Section = Section.Length > 0 ? Section : null,
        WhoseRule = WhoseRule,
        WouldHaveToChange = WouldHaveToChange,
    };

    /// <summary>The same with what a form holds.</summary>
    internal ClaimLimitModel With(IFormCollection form) => this with
    {
        LimitId = Contracts.Barriers.LimitId.TryParse(form["limitId"], out var id) ? id : LimitId,
        Barrier = BarrierId.TryParse(form["barrier"], out var barrier) ? barrier : null,
        Answer = form.Where(field => field.Key.StartsWith(AnswerBarrierModel.Kept, StringComparison.Ordinal))
            .ToDictionary(field => field.Key, field => $"{field.Value}"),
        RoleId = form.Text("roleId"),
        What = form.Lines("what"),
        Kind = Words<LimitKind>.Find(form.Text("kind")),
        Source = form.Text("source"),
        Section = form.Text("section"),
        WhoseRule = form.Text("whoseRule"),
        WouldHaveToChange = form.Lines("wouldHaveToChange"),
    };
}
