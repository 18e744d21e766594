using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Sentences;

/// <summary>The form in which a keeper asks the room which sentences it likes: a vote of the gathering.</summary>
internal sealed class AskAboutSentencesPages : IEndpoints
{
    private const string At = "/gatherings/{id}/sentences/vote";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForMembers();
        site.Pages.MapPost(At, Ask).ForMembers();
    }

    private static async Task<Shown> Show(GatheringId id, Home home, CurrentCaller by)
    {
        return (await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room)
            ? refusal.ToProblem()
            : Page.Of<AskAboutSentencesPage, AskAboutSentencesModel>(new(room, new(Guid.CreateVersion7())));
    }

    private static async Task<Sent> Ask(GatheringId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.ReadKeptSentences(id, by.Caller)).Refused(out var refusal, out var room))
            return refusal.ToProblem();
        var question = QuestionId.TryParse(form["id"], out var given) ? given : new(Guid.CreateVersion7());
        var sent = new AskAboutSentencesModel(room, question)
        {
            Text = form.Lines("text"), Chosen = [.. form["sentences"].OfType<string>()],
        };
        // Whoever goes back to the form that asked one question asks another with it.
        if (room.Gathering.Questions.FirstOrDefault(one => one.Id == question) is { } known
            && !PeerNetJson.Same(known.Asks, sent.Asks))
            return Again(
                sent with { Question = new(Guid.CreateVersion7()) },
                [new("text", "You have added that one already. Press the button again to add this one too.")]);
        var asked = await home.Questions(id).Ask(question, sent.Asks, by.Caller);
        if (!asked.Refused(out var wrong, out _))
            return TypedResults.LocalRedirect($"/gatherings/{id}#question-{question}");
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        // The boxes are of sentences, and their texts are the options.
        var errors = wrong.Field == "options" ? [new("sentences", SentenceWords.Of(wrong))] : wrong.At("text");
        return Again(sent, errors);
    }

    private static Sent Again(AskAboutSentencesModel page, FormErrors errors) =>
        Page.Again<AskAboutSentencesPage, AskAboutSentencesModel>(page with { Errors = errors });
}

/// <summary>The form in which the room is asked about sentences.</summary>
/// <param name="Room">The sentences of the gathering.</param>
/// <param name="Question">The question, made by the page, so that sending the form twice asks once.</param>
public sealed record AskAboutSentencesModel(RoomModel Room, QuestionId Question)
{
    /// <summary>What is asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>The sentences that are ticked.</summary>
    public ImmutableArray<string> Chosen { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The question, with the text of each sentence as an option.</summary>
    internal AskQuestion Asks => new()
    {
        Kind = QuestionKind.Vote,
        Text = Text,
        Options = [.. Ticked.Select(one => one.Says.Text)],
        Sentences = [.. Ticked.Select(one => one.Id)],
    };

    private IEnumerable<SentenceDetails> Ticked => Room.Votable.Where(one => Chosen.Contains($"{one.Id}"));
}
