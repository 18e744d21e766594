using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What is typed of a table's sheet.</summary>
public sealed record CountForm
{
    /// <summary>What is said if the number of people is missing.</summary>
    public const string PresentNeeded = "Enter how many people were at the table.";

    /// <summary>What is said if the number of those who took part is missing.</summary>
    public const string TookPartNeeded = "Enter how many took part. If nobody did, enter 0.";

    /// <summary>What is said of a question that is ready, and that the room has not been asked.</summary>
    public const string NotOpenYet =
        "This question has not been opened yet. Enter your count once it is asked.";

    /// <summary>What is said if a code no longer works by the time a phone sends what it has kept.</summary>
    public const string MayBeOver =
        "The gathering may be over. Give your sheet to a keeper, who can still enter it.";

    /// <summary>The code that <c>outbox.ts</c> gives to such a count.</summary>
    public const string NotAskedCode = "not-asked";

    /// <summary>
    /// What is said if a code stops working before the question of a kept count was open. The phone cannot know what
    /// happened while it had no signal.
    /// </summary>
    public const string NotAsked = "As far as this phone knows, this question was not asked, so you can discard this "
        + "count. If your table was asked, give your sheet to a keeper.";

    /// <summary>The entry, made by the page, so that sending the form twice counts once.</summary>
    public TallyId Id { get; init; }

    /// <summary>The table.</summary>
    public string TableId { get; init; } = "";

    /// <summary>How many people were there.</summary>
    public string Present { get; init; } = "";

    /// <summary>How many of them took part.</summary>
    public string TookPart { get; init; } = "";

    /// <summary>How many chose each option.</summary>
    public ImmutableArray<string> Counts { get; init; } = [];

    /// <summary>What it depends on, one thing on a line.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Whether it is a recount, and replaces what was entered for the table before.</summary>
    public bool IsRecount { get; init; }

    internal static CountForm New(AskQuestion asks, string table, bool isRecount) => new()
    {
        Id = new(Guid.CreateVersion7()),
        TableId = table,
        Counts = [.. SheetBoxes.Of(asks).Select(_ => "")],
        IsRecount = isRecount,
    };

    internal static CountForm Of(IFormCollection form, AskQuestion asks) => new()
    {
        Id = TallyId.TryParse(form["id"], out var id) ? id : new(Guid.CreateVersion7()),
        TableId = form.Text("tableId"),
        Present = form.Text("present"),
        TookPart = form.Text("tookPart"),
        Counts = [.. SheetBoxes.Of(asks).Select((_, place) => form.Text(NameOf(place)))],
        Conditions = form.Lines("conditions"),
        IsRecount = form.ContainsKey("isRecount"),
    };

    /// <summary>The name of a box.</summary>
    public static string NameOf(int place) => $"counts[{place}]";

    /// <summary>What is said if the number of a box is missing.</summary>
    public static Sentence BoxNeeded(AskQuestion asks, int place) =>
        new("Enter a number for “{0}”. If nobody chose it, enter 0.", GatheringWords.BoxOf(asks, place));

    /// <summary>Reads it, for one of the tables that are asked.</summary>
    internal FormErrors Read(AskQuestion asks, IEnumerable<TalliedTable> tables, out EnterTally counted)
    {
        FormErrors errors = [];
        if (!Contracts.Gatherings.TableId.TryParse(TableId, out var table) || tables.All(one => one.TableId != table))
            errors.Add(new("tableId", "Choose the table."));
        var present = Number(Present, "present", new(PresentNeeded), errors);
        var tookPart = Number(TookPart, "tookPart", new(TookPartNeeded), errors);
        var counts = Counts.Select((count, place) => Number(
            count.Length == 0 && asks.Kind == QuestionKind.Mirror ? "0" : count,
            NameOf(place),
            BoxNeeded(asks, place),
            errors));
        counted = new()
        {
            TableId = table,
            Present = present,
            TookPart = tookPart,
            Counts = [.. counts],
            Conditions = [.. QuestionForm.LinesOf(Conditions)],
        };
        return errors;
    }

    /// <summary>What the record refused: at the first box that has too many, if it is about the boxes.</summary>
    internal static FormErrors Refused(Refusal refusal, EnterTally counted)
    {
        if (refusal.Code == GatheringRefusals.QuestionState.Code) return [new("present", NotOpenYet)];
        if (refusal.Field != "counts") return refusal.At("tableId");
        var wrong = Math.Max(0, counted.Counts.ToList().FindIndex(count => count > counted.TookPart));
        return [new(NameOf(wrong), GatheringWords.Of(refusal))];
    }

    private static int Number(string text, string name, Sentence problem, FormErrors errors)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(new(name, problem));
        return 0;
    }
}
