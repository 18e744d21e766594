using PeerNet.Contracts;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Worries;

/// <summary>The form on which somebody writes to the coordinators about a group, an offer or a person.</summary>
internal sealed class WriteWorryPages : IEndpoints
{
    private const string At = "/worries/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Write).ForMembers().Within(limits => limits.WorriesPerDay);
    }

    private static Shown Show(HttpRequest request)
    {
        return Read(request.Query["about"], request.Query["subjectId"], null) is { } form
            ? Page.Of<WriteWorryPage, WriteWorryModel>(form)
            : RequestRefusals.NoSuchAddress.ToProblem();
    }

    private static async Task<Sent> Write(IFormCollection form, Home home, CurrentCaller by)
    {
        if (Read(form["about"], form["subjectId"], form["worryId"]) is not { } sent)
            return RequestRefusals.NoSuchAddress.ToProblem();
        sent = sent with { Text = form.Lines("text") };
        var says = new WriteWorry(sent.About, sent.SubjectId, sent.Text);
        if (!(await home.Worry(sent.Id).Write(says, by.Caller)).Refused(out var refusal, out _))
            return TypedResults.LocalRedirect($"/worries/{sent.Id}");
        if (!refusal.CanBeMended()) return refusal.ToProblem();
        // The ID was used for other words: these are another worry.
        if (refusal.Code == WorryRefusals.Differs.Code) sent = sent with { Id = NewId() };
        return Page.Again<WriteWorryPage, WriteWorryModel>(
            sent with { Errors = [new("text", WorryWords.Of(refusal))] });
    }

    private static WriteWorryModel? Read(string? about, string? subject, string? worry)
    {
        if (Words<WorrySubject>.Find(about ?? "") is not { } kind) return null;
        if (!Guid.TryParse(subject, out var id) || id == Guid.Empty) return null;
        return new(WorryId.TryParse(worry, out var given) ? given : NewId(), kind, id);
    }

    private static WorryId NewId() => new(Guid.CreateVersion7());
}

/// <summary>What somebody writes about a worry.</summary>
/// <param name="Id">The ID, so that sending it twice writes it once.</param>
/// <param name="About">What it is about.</param>
/// <param name="SubjectId">The group, the offer or the person.</param>
public sealed record WriteWorryModel(WorryId Id, WorrySubject About, Guid SubjectId)
{
    /// <summary>What they have typed.</summary>
    public string? Text { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
