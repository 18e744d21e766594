using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>
/// The pages on which somebody answers with a slip of paper. Nobody signs in, and the code is only ever in a form.
/// </summary>
internal sealed class AnswerPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var slips = site.Pages.MapGroup("/slips").AllowAnonymous();
        slips.MapGet("", Show);
        slips.MapPost("", Look);
        slips.MapGet("/answer", () => TypedResults.LocalRedirect("/slips"));
        slips.MapPost("/answer", Answer);
        slips.MapGet("/answered", ShowAnswered);
    }

    private static Shown Show() => Page.Of<SlipCodePage, SlipCodeModel>(new(""));

    private static Shown ShowAnswered() => Page.Of<AnsweredPage>();

    private static async Task<Sent> Look(IFormCollection form, Home home, CodeTries tries, HttpContext http)
    {
        var typed = form.Text("code");
        if ((await Find(typed, home, tries, http)).Refused(out var refusal, out var slip))
            return Again(typed, refusal, http);
        return Page.Of<AnswerPage, AnswerModel>(new(slip, typed) { Asked = QuestionOf(form) });
    }

    private static async Task<Sent> Answer(IFormCollection form, Home home, CodeTries tries, HttpContext http)
    {
        var typed = form.Text("code");
        if ((await Find(typed, home, tries, http)).Refused(out var refusal, out var slip))
            return Again(typed, refusal, http);
        ImmutableArray<string> choices = [.. form["choices"].OfType<string>()];
        var page = new AnswerModel(slip, typed) { Asked = QuestionOf(form), Choices = choices };
        if (page.Question is not { } question || question.Id != page.Asked)
            return Again(page, "The vote on this question is over. Nothing can be changed any more.");
        var answered = await tries.Try(http, typed, PaperCode.SlipLength, code =>
            home.Paper(slip.GatheringId).Spend(question.Id, new(code, choices)));
        if (!answered.Refused(out refusal, out _)) return TypedResults.LocalRedirect("/slips/answered");
        return refusal.CanBeMended() ? Again(page, GatheringWords.Of(refusal)) : Again(typed, refusal, http);
    }

    private static Task<Result<SlipDetails>> Find(string typed, Home home, CodeTries tries, HttpContext http) =>
        tries.Try(http, typed, PaperCode.SlipLength, home.Gatherings.FindSlip);

    private static QuestionId? QuestionOf(IFormCollection form) =>
        QuestionId.TryParse(form["question"], out var question) ? question : null;

    private static Sent Again(string typed, Refusal refusal, HttpContext http)
    {
        if (refusal.Code == RequestRefusals.TooMany.Code) return CodeTries.Refuse(http, refusal);
        return Page.Again<SlipCodePage, SlipCodeModel>(new(typed) { Errors = refusal.At("code") });
    }

    private static Sent Again(AnswerModel page, Sentence wrong) =>
        Page.Again<AnswerPage, AnswerModel>(page with { Errors = [new("choices", wrong)] });
}

/// <summary>The page that asks for the code of a slip.</summary>
/// <param name="Code">What was typed.</param>
public sealed record SlipCodeModel(string Code)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>The page on which a slip answers a question.</summary>
/// <param name="Slip">What the slip can answer.</param>
/// <param name="Code">Its code, which goes from form to form.</param>
public sealed record AnswerModel(SlipDetails Slip, string Code)
{
    /// <summary>The question that is asked for, if several are open.</summary>
    public QuestionId? Asked { get; init; }

    /// <summary>What is chosen.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The question on the page; null if none is open.</summary>
    public QuestionDetails? Question =>
        Slip.Questions.FirstOrDefault(question => question.Id == Asked) ?? Slip.Questions.FirstOrDefault();

    /// <summary>The other questions that are open.</summary>
    public IEnumerable<QuestionDetails> Others => Slip.Questions.Where(question => question.Id != Question?.Id);
}
