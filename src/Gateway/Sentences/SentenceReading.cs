using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Gatherings;

namespace PeerNet.Gateway.Sentences;

/// <summary>Reads the sentences of a gathering for their pages.</summary>
internal static class SentenceReading
{
    /// <summary>Returns a gathering with those of its sentences that the caller may see.</summary>
    public static async Task<Result<RoomModel>> ReadSentences(this Home home, GatheringId id, Caller by)
    {
        if ((await home.Gathering(id).Get(by)).Refused(out var refusal, out var gathering)) return refusal;
        return (await home.Sentences(id).List(by)).Map(sentences => new RoomModel(gathering, sentences));
    }

    /// <summary>The same, for its keepers only (code <c>gathering.keepers-only</c>).</summary>
    public static async Task<Result<RoomModel>> ReadKeptSentences(this Home home, GatheringId id, Caller by)
    {
        if ((await home.ReadSentences(id, by)).Refused(out var refusal, out var room)) return refusal;
        return room.IsKeeper ? room : GatheringRefusals.KeepersOnly;
    }

    /// <summary>Returns what tables have said, for a screen on which a question that counts nothing is asked.</summary>
    public static async Task<IReadOnlyList<SentenceDetails>> ReadSaid(
        this Home home, GatheringId id, QuestionDetails? question, Caller by)
    {
        if (question is not { WasOpened: true, HasSheet: false }) return [];
        return (await home.Sentences(id).List(by)).Refused(out _, out var all) ? [] : all;
    }
}

/// <summary>The sentences of a gathering.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Sentences">Those that the caller may see, in the order in which they were written.</param>
public sealed record RoomModel(GatheringDetails Gathering, IReadOnlyList<SentenceDetails> Sentences)
{
    /// <summary>Whether the caller is one of the gathering's keepers.</summary>
    public bool IsKeeper => Gathering.Keepers.Any(keeper => keeper.IsMine);

    /// <summary>Whether the caller can write sentences now.</summary>
    public bool CanWrite => IsKeeper && Gathering.State == GatheringState.Open;

    /// <summary>The address of its page.</summary>
    public string Url => $"/gatherings/{Gathering.Id}/sentences";

    /// <summary>Those that people can vote on, and that can be joined.</summary>
    public IReadOnlyList<SentenceDetails> Votable => [.. Sentences.Where(IsVotable)];

    /// <summary>Whether people can vote on a sentence, and tables can join it with another.</summary>
    public static bool IsVotable(SentenceDetails sentence) =>
        sentence.State is SentenceState.Votable or SentenceState.Standing;

    /// <summary>Whether the room is asked about a sentence, so that nobody withdraws it.</summary>
    public bool Asks(SentenceId id) =>
        Gathering.Questions.Any(one => one.State != QuestionState.Draft && one.Asks.Sentences.Contains(id));

    /// <summary>A sentence, or null.</summary>
    public SentenceDetails? Find(SentenceId id) => Sentences.FirstOrDefault(one => one.Id == id);

    /// <summary>What a table is called.</summary>
    public Animal? LabelOf(TableId id) => Gathering.Tables.FirstOrDefault(table => table.Id == id)?.Label;
}
