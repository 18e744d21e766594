using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Sentences;

/// <summary>
/// The page of a sentence, with what it was joined from. Keepers say there that tables have agreed, put it to the vote,
/// withdraw it, or take a name out.
/// </summary>
internal sealed class SentencePages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var sentence = site.Pages.MapGroup("/gatherings/{id}/sentences/{sentenceId}").ForMembers();
        sentence.MapGet("", Show);
        foreach (var act in (string[])["agreements/{tableId}", "voting", "withdraw", "take-out"])
            sentence.MapGet($"/{act}", Back);
        sentence.MapPost("/agreements/{tableId}", Agree);
        sentence.MapPost("/voting", PutToVote);
        sentence.MapPost("/withdraw", Withdraw);
        sentence.MapPost("/take-out", TakeOut);
    }

    private static async Task<Shown> Show(GatheringId id, SentenceId sentenceId, Home home, CurrentCaller by) =>
        (await Read(id, sentenceId, home, by)).ToPage<SentencePage, SentenceModel>();

    private static RedirectHttpResult Back(GatheringId id, SentenceId sentenceId) =>
        TypedResults.LocalRedirect($"/gatherings/{id}/sentences/{sentenceId}");

    private static async Task<Sent> Agree(
        GatheringId id, SentenceId sentenceId, TableId tableId, IFormCollection form, Home home, CurrentCaller by)
    {
        // The text is what the page showed, to the letter.
        var heard = new AgreeToSentence($"{form["text"]}")
        {
            Readers = Words<Readers>.Find(form.Text("readers")) ?? default,
        };
        return await Said(
            id, sentenceId, await home.Sentences(id).Agree(sentenceId, tableId, heard, by.Caller), home, by);
    }

    private static async Task<Sent> PutToVote(
        GatheringId id, SentenceId sentenceId, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, sentenceId, await home.Sentences(id).PutToVote(sentenceId, by.Caller), home, by);

    private static async Task<Sent> Withdraw(
        GatheringId id, SentenceId sentenceId, IFormCollection form, Home home, CurrentCaller by) =>
        await Said(id, sentenceId, await home.Sentences(id).Withdraw(sentenceId, by.Caller), home, by);

    private static async Task<Sent> TakeOut(
        GatheringId id, SentenceId sentenceId, IFormCollection form, Home home, CurrentCaller by)
    {
        var sentences = home.Sentences(id);
        var taken = await form.TakeOut(
            caller => sentences.Get(sentenceId, caller),
            (words, caller) => sentences.TakeOut(sentenceId, words, caller), SentenceRefusals.Invalid, by.Caller);
        return await Said(id, sentenceId, taken, home, by, form.Text("words"));
    }

    private static async Task<Sent> Said(
        GatheringId id, SentenceId sentenceId, Result<SentenceDetails> said, Home home, CurrentCaller by,
        string? typed = null)
    {
        if (!said.Refused(out var wrong, out _)) return Back(id, sentenceId);
        if (!wrong.CanBeMended()) return wrong.ToProblem();
        if ((await Read(id, sentenceId, home, by)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Again<SentencePage, SentenceModel>(page with { Typed = typed, Errors = wrong.At("standing") });
    }

    private static async Task<Result<SentenceModel>> Read(
        GatheringId id, SentenceId sentenceId, Home home, CurrentCaller by)
    {
        if ((await home.ReadSentences(id, by.Caller)).Refused(out var refusal, out var room)) return refusal;
        if (room.Find(sentenceId) is not { } sentence) return SentenceRefusals.NotFound;
        return new SentenceModel(room, sentence, await home.ReadNames(sentence.TakenOutFor, by.Caller));
    }
}

/// <summary>A sentence.</summary>
/// <param name="Room">The sentences of its gathering.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Names">What the groups are called whose keepers have taken words out.</param>
public sealed record SentenceModel(
    RoomModel Room, SentenceDetails Sentence, IReadOnlyDictionary<GroupId, string> Names)
{
    /// <summary>The words to take out, as they were typed.</summary>
    public string? Typed { get; init; }

    /// <summary>What is wrong.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The address of its page.</summary>
    public string Url => $"{Room.Url}/{Sentence.Id}";
}
