using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>Taking words out of what everybody reads.</summary>
internal sealed partial record Gathering
{
    /// <summary>
    /// A keeper or a coordinator takes words out of the gathering's own texts, such as a name, whenever they notice it.
    /// Everybody sees who did, and a keeper leaves something to read.
    /// </summary>
    public Result<Gathering> TakeOut(TakeOutWords takeOut, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        var keeper = KeptFor(by);
        if (keeper is null && !by.Coordinates) return GatheringRefusals.KeepersOnly;
        if (TakenOut.WrongWith(takeOut) is { } wrong) return GatheringRefusals.Invalid("words", wrong);
        var without = Without(takeOut.Words);
        var changed = Texts.Zip(without.Texts).Where(text => text.First != text.Second).Select(text => text.Second);
        if (!changed.Any() && Clips.SequenceEqual(without.Clips)) return this;
        if (keeper is not null && !changed.All(TakenOut.IsReadable)) return GatheringRefusals.NothingLeft;
        return without with { TakenOutBy = (TakenOutBy ?? new TakenOutBy()).And(keeper) };
    }

    // Nobody has read what a table says it depends on before the question is closed.
    private IEnumerable<string> Texts =>
    [
        Plan!.Title, Plan.Place ?? "", CancelledBecause ?? "",
        .. Questions.SelectMany(question => question.Texts()),
        .. Tallies.SelectMany(tally => tally.Counted.Conditions),
    ];

    private IEnumerable<string?> Clips => Questions.Select(question => question.Asks.Clip);

    private Gathering Without(string words) => this with
    {
        Plan = Plan! with { Title = TakenOut.Of(Plan.Title, words), Place = TakenOut.OfAny(Plan.Place, words) },
        CancelledBecause = TakenOut.OfAny(CancelledBecause, words),
        Questions = [.. Questions.Select(question => question.Without(words))],
        Tallies = [.. Tallies.Select(tally => IsClosed(tally.Question) ? tally.Without(words) : tally)],
    };

    private bool IsClosed(QuestionId id) => Find(id) is { State: QuestionState.Closed };
}
