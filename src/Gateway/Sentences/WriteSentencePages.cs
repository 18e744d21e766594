using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Sentences;

/// <summary>The forms with which keepers write down what a table says, join sentences and correct them.</summary>
internal sealed class WriteSentencePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var sentences = site.Pages.MapGroup("/gatherings/{id}/sentences").ForMembers();
        sentences.MapGet("/new", New);
        sentences.MapPost("/new", WriteNew);
        sentences.MapGet("/join", Join);
        sentences.MapPost("/join", WriteJoin);
        sentences.MapGet("/{sentenceId}/change", Change);
        sentences.MapPost("/{sentenceId}/change", WriteAgain);
    }

    private static async Task<Shown> New(GatheringId id, Home home, CurrentCaller by)
    {
        return (await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room)
            ? refusal.ToProblem()
            : Page.Of<WriteSentencePage, WriteSentenceModel>(new(room, SentenceForm.New()));
    }

    private static async Task<Shown> Join(GatheringId id, Home home, CurrentCaller by)
    {
        return (await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room)
            ? refusal.ToProblem()
            : Page.Of<WriteSentencePage, WriteSentenceModel>(new(room, SentenceForm.New()) { IsJoined = true });
    }

    private static async Task<Shown> Change(GatheringId id, SentenceId sentenceId, Home home, CurrentCaller by)
    {
        if ((await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room))
            return refusal.ToProblem();
        if (room.Find(sentenceId) is not { } sentence) return SentenceRefusals.NotFound.ToProblem();
        return Page.Of<WriteSentencePage, WriteSentenceModel>(
            new(room, SentenceForm.Of(sentence)) { IsJoined = !sentence.Says.From.IsEmpty });
    }

    private static Task<Sent> WriteNew(
        GatheringId id, IFormCollection form, Home home, CurrentCaller by) =>
        Write(id, SentenceForm.Of(form), isJoined: false, home, by);

    private static Task<Sent> WriteJoin(
        GatheringId id, IFormCollection form, Home home, CurrentCaller by) =>
        Write(id, SentenceForm.Of(form), isJoined: true, home, by);

    private static async Task<Sent> WriteAgain(
        GatheringId id, SentenceId sentenceId, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room))
            return refusal.ToProblem();
        if (room.Find(sentenceId) is not { } known) return SentenceRefusals.NotFound.ToProblem();
        // What it comes from stays the same, so the form does not ask for it.
        var typed = SentenceForm.Of(form);
        var sent = SentenceForm.Of(known) with { Text = typed.Text, Kind = typed.Kind, Version = typed.Version };
        return await Write(
            new(room, sent) { IsJoined = !known.Says.From.IsEmpty }, home, by);
    }

    private static async Task<Sent> Write(
        GatheringId id, SentenceForm sent, bool isJoined, Home home, CurrentCaller by)
    {
        if ((await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room))
            return refusal.ToProblem();
        var model = new WriteSentenceModel(room, sent) { IsJoined = isJoined };
        // Whoever goes back to the form that wrote one sentence writes another with it.
        if (room.Find(sent.Id) is { } known
            && sent.Read(isJoined, out var says).Count == 0
            && !PeerNetJson.Same(known.Says, says))
            return Again(
                model with { Form = sent with { Id = SentenceForm.NewId() } },
                [new("text", "You have added that one already. Press the button again to add this one too.")]);
        return await Write(model, home, by);
    }

    private static async Task<Sent> Write(WriteSentenceModel model, Home home, CurrentCaller by)
    {
        if (model.Form.Read(model.IsJoined, out var says) is { Count: > 0 } errors) return Again(model, errors);
        var read = model.Form.Version > 0 ? IfMatch.Exactly(model.Form.Version) : IfMatch.None;
        var written = await home.Sentences(model.Room.Gathering.Id).Write(model.Form.Id, says, read, by.Caller);
        if (!written.Refused(out var refusal, out _))
            return TypedResults.LocalRedirect($"{model.Room.Url}/{model.Form.Id}");
        if (refusal.Kind is RefusalKind.Stale or RefusalKind.VersionNeeded
            && model.Room.Find(model.Form.Id) is { } now)
            return Again(
                model with { Form = model.Form with { Version = now.Version } },
                [new("text", "Another keeper has changed it. Saving it now replaces those changes.")]);
        return refusal.CanBeMended() ? Again(model, refusal.At("text")) : refusal.ToProblem();
    }

    private static Sent Again(WriteSentenceModel page, FormErrors errors) =>
        Page.Again<WriteSentencePage, WriteSentenceModel>(page with { Errors = errors });
}

/// <summary>The form in which a sentence is written, joined or corrected.</summary>
/// <param name="Room">The sentences of the gathering.</param>
/// <param name="Form">What is filled in.</param>
public sealed record WriteSentenceModel(RoomModel Room, SentenceForm Form)
{
    /// <summary>Whether it is joined from others.</summary>
    public bool IsJoined { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it is not written yet.</summary>
    public bool IsNew => Room.Find(Form.Id) is null;
}
