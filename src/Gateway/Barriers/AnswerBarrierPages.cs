using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Barriers;

/// <summary>The form on which the role that was asked answers.</summary>
internal sealed class AnswerBarrierPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/barriers/{id}/answer", Show).ForMembers();
        site.Pages.MapPost("/barriers/{id}/answer", Answer).ForMembers();
    }

    private static async Task<Sent> Show(BarrierId id, Home home, CurrentCaller by)
    {
        return (await Read(id, home, by.Caller)).Refused(out var refusal, out var model)
            ? refusal.ToProblem()
            : Page.Of<AnswerBarrierPage, AnswerBarrierModel>(model);
    }

    private static async Task<Sent> Answer(BarrierId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await Read(id, home, by.Caller)).Refused(out var refusal, out var empty)) return refusal.ToProblem();
        var model = empty.With(form);
        if (form.Text("then") == "limit") return await ClaimLimitPages.ShowFrom(model, home, by.Caller);
        if (model.Kind is null)
            return Again(model with { Errors = [new("kind", "Choose your answer.")] });
        if (!(await home.Barrier(id).Answer(model.AnswerId, model.Says, by.Caller)).Refused(out refusal, out _))
            return TypedResults.LocalRedirect($"/barriers/{id}");
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        if (refusal.Code != BarrierRefusals.WordsStay.Code)
            return Again(model with { Errors = [new(refusal.Field ?? "kind", Wrong(refusal))] });
        // The ID was used for other words: these are another answer.
        return Again(model with
        {
            AnswerId = new(Guid.CreateVersion7()),
            Errors = [new("kind", "You have answered with this form. Press the button again to answer once more.")],
        });
    }

    /// <summary>The form as it was, once the role has said what is in its way.</summary>
    internal static async Task<Sent> ShowAfter(BarrierId id, LimitId limit, IFormCollection form, Home home, Caller by)
    {
        return (await Read(id, home, by)).Refused(out var refusal, out var model)
            ? refusal.ToProblem()
            : Page.Of<AnswerBarrierPage, AnswerBarrierModel>(
                model.With(form, AnswerBarrierModel.Kept) with { LimitId = $"{limit}" });
    }

    private static Sent Again(AnswerBarrierModel model) =>
        Page.Again<AnswerBarrierPage, AnswerBarrierModel>(model);

    private static async Task<Result<AnswerBarrierModel>> Read(BarrierId id, Home home, Caller by)
    {
        if ((await home.Barrier(id).Get(by)).Refused(out var refusal, out var barrier)) return refusal;
        if (!barrier.IsForMe) return RoleRefusals.HolderOnly;
        var limits = await home.Barriers.ListLimits(by);
        return new AnswerBarrierModel(barrier, [.. limits.Where(limit => limit.State != LimitState.Changed)]);
    }

    // The API's words name fields of JSON.
    private static Sentence Wrong(Refusal refusal) => refusal.Field switch
    {
        "by" => "For “yes” and “I don’t know yet”, choose a day in the next two years. Leave it empty for the others.",
        "limitId" => "For “no”, choose what is in the way. For the others, leave it out.",
        "whatICan" when refusal.Detail == BarrierFields.NothingSaidDetail =>
            "Enter something in at least one of the three boxes.",
        _ => refusal.Says(),
    };
}

/// <summary>What the role answers.</summary>
/// <param name="Barrier">The barrier.</param>
/// <param name="Limits">What can be in the way.</param>
public sealed record AnswerBarrierModel(BarrierDetails Barrier, IReadOnlyList<LimitDetails> Limits)
{
    /// <summary>The ID, so that sending it twice answers once.</summary>
    public AnswerId AnswerId { get; init; } = new(Guid.CreateVersion7());

    /// <summary>What it comes to.</summary>
    public AnswerKind? Kind { get; init; }

    /// <summary>The day, as it was typed.</summary>
    public string By { get; init; } = "";

    /// <summary>The limit, as it was chosen.</summary>
    public string LimitId { get; init; } = "";

    /// <summary>What the role can do.</summary>
    public string WhatICan { get; init; } = "";

    /// <summary>What stops it.</summary>
    public string WhatStopsMe { get; init; } = "";

    /// <summary>What it does not know.</summary>
    public string WhatIDontKnow { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The request, once it is chosen what it comes to.</summary>
    internal AnswerBarrier Says => new()
    {
        Kind = Kind!.Value,
        By = Day.TryRead(By, out var day) ? day : null,
        LimitId = Ids.TryParse<LimitId>(LimitId, out var limit) ? limit : null,
        WhatICan = WhatICan.Length > 0 ? WhatICan : null,
        WhatStopsMe = WhatStopsMe.Length > 0 ? WhatStopsMe : null,
        WhatIDontKnow = WhatIDontKnow.Length > 0 ? WhatIDontKnow : null,
    };

    /// <summary>The prefix of its fields in a form that keeps them for it.</summary>
    internal const string Kept = "answer.";

    /// <summary>Its fields for another form to keep, by their names there.</summary>
    internal IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>
    {
        [$"{Kept}answerId"] = $"{AnswerId}",
        [$"{Kept}kind"] = Kind is { } kind ? Words<AnswerKind>.Of(kind) : "",
        [$"{Kept}by"] = By,
        [$"{Kept}whatICan"] = WhatICan,
        [$"{Kept}whatStopsMe"] = WhatStopsMe,
        [$"{Kept}whatIDontKnow"] = WhatIDontKnow,
    };

    /// <summary>The same with what a form holds, or keeps for it.</summary>
    internal AnswerBarrierModel With(IFormCollection form, string prefix = "") => this with
    {
        AnswerId = Contracts.Barriers.AnswerId.TryParse(form[$"{prefix}answerId"], out var id) ? id : AnswerId,
        Kind = Words<AnswerKind>.Find(form.Text($"{prefix}kind")),
        By = form.Text($"{prefix}by"),
        LimitId = form.Text($"{prefix}limitId"),
        WhatICan = form.Lines($"{prefix}whatICan"),
        WhatStopsMe = form.Lines($"{prefix}whatStopsMe"),
        WhatIDontKnow = form.Lines($"{prefix}whatIDontKnow"),
    };
}
