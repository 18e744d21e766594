using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>The paper on which a table writes down what it counts: a box for each option.</summary>
internal static class Sheet
{
    private const string OneEach = "Give {0} numbers, one for each box; 0 or more.";

    /// <summary>Reads the whole room, in words.</summary>
    public static Reading Read(QuestionKind kind, Room room)
    {
        if (room.People == 0) return new(Finding.NobodyVoted, room.Each((_, option) => option));
        return kind switch
        {
            QuestionKind.Quiz => Corners.Read(room),
            QuestionKind.Thumbs => Thumbs.Read(room),
            QuestionKind.Vote => Approval.Read(room),
            QuestionKind.Voices => Voices.Read(room),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Returns a refusal of the first box that cannot be right, or null.</summary>
    public static Refusal? Check(EnterTally counted, AskQuestion asks, Table table)
    {
        var boxes = SheetBoxes.Of(asks);
        if (counted.Present < 0 || counted.TookPart < 0)
            return GatheringRefusals.Invalid(counted.Present < 0 ? "present" : "tookPart", "Use 0 or more.");
        if (counted.Counts.IsDefault || counted.Counts.Length != boxes.Length || counted.Counts.Any(IsOutOfRange))
            return GatheringRefusals.Invalid("counts").Saying(OneEach, $"{boxes.Length}");
        if (counted.Present > table.Present) return More("present", "present", table.Present);
        if (counted.TookPart > counted.Present) return More("tookPart", "took part", counted.Present);
        return ExcessOf(counted, asks.Kind, at => boxes[at]) is { } excess
            ? More("counts", excess.Box, excess.Max)
            : CheckTexts(counted, asks.Kind);

        Refusal More(string field, string box, int max) =>
            GatheringRefusals.MoreVoicesThanPeople(field, Words<Animal>.Of(table.Label), box, max);
    }

    private static Excess? ExcessOf(EnterTally counted, QuestionKind kind, Func<int, string> box) => kind switch
    {
        QuestionKind.Quiz or QuestionKind.Thumbs or QuestionKind.Mirror => Corners.Excess(counted),
        QuestionKind.Vote => Approval.Excess(counted, box),
        QuestionKind.Voices => Voices.Excess(counted, box),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Refusal? CheckTexts(EnterTally counted, QuestionKind kind)
    {
        if (!GatheringFields.AreConditions(counted.Conditions))
            return GatheringRefusals.Invalid("conditions", GatheringFields.ConditionsDetail);
        return kind != QuestionKind.Quiz && !counted.Conditions.IsEmpty
            ? GatheringRefusals.Invalid("conditions", "Only a quiz asks what it depends on. Leave them out.")
            : null;
    }

    // More would not fit into a sum.
    private static bool IsOutOfRange(int count) => count is < 0 or > GatheringFields.MaxPresent;
}
