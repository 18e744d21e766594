using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>Taking words out of what everybody reads.</summary>
internal sealed partial record NextStep
{
    /// <summary>A coordinator takes words out, such as a name, wherever they were said.</summary>
    public Result<NextStep> TakeOut(TakeOutWords takeOut, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Says is null) return NextStepRefusals.NotFound;
        if (TakenOut.WrongWith(takeOut) is { } wrong) return NextStepRefusals.Invalid("words", wrong);
        var says = Says with { Text = TakenOut.Of(Says.Text, takeOut.Words) };
        var entries = Entries.Select(entry => Without(entry, takeOut.Words)).ToImmutableArray();
        if (says == Says && entries.SequenceEqual(Entries)) return this;
        return this with { Says = says, Entries = entries };
    }

    private static NextStepEntry Without(NextStepEntry entry, string words) =>
        entry.Text is { } text ? entry with { Text = TakenOut.Of(text, words) } : entry;
}
