using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Sentences;

/// <summary>The sentences of a gathering over HTTP, and those that stand this year.</summary>
internal sealed class SentenceEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var sentences = site.Api.MapGroup("/gatherings/{id}/sentences").ForMembers().WithTags("Sentences");
        sentences.MapGet("", ListOf).WithSummary("Lists a gathering's sentences; only its keepers see drafts");
        sentences.MapGet("/{sentenceId}", Get).WithSummary("Gets a sentence, with what it was joined from and into");
        sentences.MapPut("/{sentenceId}", Write)
            .WithSummary("Writes a sentence for a table, joins sentences, or changes one before the vote");
        sentences.MapPut("/{sentenceId}/agreements/{tableId}", Agree)
            .WithSummary("A keeper says that a table has agreed to it, once it was read back and agreed aloud");
        sentences.MapPut("/{sentenceId}/voting", PutToVote)
            .WithSummary("Puts it to the vote: from then on it stays as it is");
        sentences.MapPut("/{sentenceId}/withdrawal", Withdraw)
            .WithSummary("Withdraws it before a question about it is ready; what was joined from it stays");
        sentences.MapPut("/{sentenceId}/taken-out", TakeOut)
            .WithSummary("A keeper or a coordinator takes words out, such as a name");
        site.Api.MapGet("/sentences", List)
            .ForMembers()
            .WithTags("Sentences")
            .WithSummary("Lists the sentences that stand this year, and those of earlier years");
        site.Api.MapGet("/sentences/elsewhere", ListElsewhere)
            .ForMembers()
            .WithTags("Sentences")
            .WithSummary("Lists what tables of other areas say, gathering by gathering");
    }

    private static async Task<Ok<SentenceList>> List(Home home, CurrentCaller by) =>
        TypedResults.Ok(await home.SentenceList.ListStanding(by.Caller));

    private static Ok<Elsewhere<SentencesCard>> ListElsewhere(KeptCards<SentencesCard> elsewhere) =>
        TypedResults.Ok(elsewhere.List());

    private static async Task<Results<Ok<GatheringSentences>, ProblemHttpResult>> ListOf(
        GatheringId id, Home home, CurrentCaller by) =>
        (await home.Sentences(id).List(by.Caller)).Map(items => new GatheringSentences(items)).ToHttp();

    private static async Task<Results<Ok<SentenceDetails>, ProblemHttpResult>> Get(
        GatheringId id, SentenceId sentenceId, Home home, CurrentCaller by) =>
        (await home.Sentences(id).Get(sentenceId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<SentenceDetails>, Created<SentenceDetails>, ProblemHttpResult>> Write(
        GatheringId id, SentenceId sentenceId, WriteSentence says, ReadVersion read, Home home, CurrentCaller by,
        HttpRequest request) =>
        (await home.Sentences(id).Write(sentenceId, says, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<SentenceDetails>, ProblemHttpResult>> Agree(
        GatheringId id, SentenceId sentenceId, TableId tableId, AgreeToSentence heard, ReadVersion read, Home home,
        CurrentCaller by) =>
        (await home.Sentences(id).Agree(sentenceId, tableId, heard, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SentenceDetails>, ProblemHttpResult>> PutToVote(
        GatheringId id, SentenceId sentenceId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Sentences(id).PutToVote(sentenceId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SentenceDetails>, ProblemHttpResult>> Withdraw(
        GatheringId id, SentenceId sentenceId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Sentences(id).Withdraw(sentenceId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SentenceDetails>, ProblemHttpResult>> TakeOut(
        GatheringId id, SentenceId sentenceId, TakeOutWords takeOut, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Sentences(id).TakeOut(sentenceId, takeOut, by.Caller, read.IfMatch)).ToHttp();
}

/// <summary>The sentences of a gathering.</summary>
/// <param name="Items">The sentences, in the order in which they were written.</param>
public sealed record GatheringSentences(ImmutableArray<SentenceDetails> Items);
