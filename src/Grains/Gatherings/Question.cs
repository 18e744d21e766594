using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>A question of a gathering. What is counted is beside it, in the gathering.</summary>
internal sealed record Question
{
    /// <summary>The ID.</summary>
    public QuestionId Id { get; init; }

    /// <summary>What is asked.</summary>
    public required AskQuestion Asks { get; init; }

    /// <summary>How often it was written.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Its state.</summary>
    public QuestionState State { get; init; }

    /// <summary>The groups whose keepers have said that it is ready.</summary>
    [MaxItems(GatheringFields.MaxGroups)]
    public ImmutableArray<GroupId> ReadyFor { get; init; } = [];

    /// <summary>Whether it was ever opened.</summary>
    public bool WasOpened { get; init; }

    /// <summary>Whether keepers of another area have agreed to it, for all areas that hold the gathering.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBrought { get; init; }

    /// <summary>
    /// Whether people other than keepers see it: two keepers have agreed to the text. A draft stays a draft for them
    /// when its gathering is over.
    /// </summary>
    public bool IsAgreed => IsBrought || ReadyFor.Length >= GatheringFields.MinGroups;

    /// <summary>Whether it is asked or counted at present.</summary>
    public bool IsAsked => HasSheet && State is QuestionState.Open or QuestionState.Counting;

    /// <summary>Whether something is counted.</summary>
    public bool HasSheet => SheetBoxes.HasSheet(Asks.Kind);

    /// <summary>Whether tables have a sheet for it: it is counted, and its text stays as it is.</summary>
    public bool IsOnPaper => HasSheet && (WasOpened || State == QuestionState.Ready);

    /// <summary>
    /// Whether anybody may be told figures of it. What two sides see in a mirror question stays in the area.
    /// </summary>
    public bool CanBeReleased => HasSheet && Asks.Kind != QuestionKind.Mirror;

    /// <summary>The tables that were asked, once it is closed.</summary>
    [MaxItems(GatheringFields.MaxTables)]
    public ImmutableArray<TableId> Tables { get; init; } = [];

    /// <summary>
    /// Its place among those whose hands are down or that have closed, from 1; 0 if neither, or that was not kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Closed { get; init; }

    /// <summary>Another text. Whoever has said that the old one is ready has not seen it.</summary>
    public Result<Question> Change(AskQuestion asks)
    {
        if (PeerNetJson.Same(Asks, asks)) return this;
        if (State != QuestionState.Draft) return GatheringRefusals.QuestionFixed;
        return this with { Asks = asks, Version = Version + 1, ReadyFor = [] };
    }

    /// <summary>The same without those words, in the option that is this sentence.</summary>
    public Question Without(string words, SentenceId sentence)
    {
        var place = Asks.Sentences.IndexOf(sentence);
        var text = TakenOut.Of(Asks.Options[place], words);
        if (text == Asks.Options[place]) return this;
        return this with { Asks = Asks with { Options = Asks.Options.SetItem(place, text) }, Version = Version + 1 };
    }

    /// <summary>
    /// What its keepers wrote. A mirror question has the same words everywhere, and sentences have pages of their own.
    /// </summary>
    public IEnumerable<string> Texts()
    {
        if (Asks.Kind == QuestionKind.Mirror) return [];
        return [Asks.Text, Asks.EasyText ?? "", .. Asks.Sentences.IsEmpty ? Asks.Options : []];
    }

    /// <summary>
    /// The same without those words in what its keepers wrote. Without a part of it, the address of a clip leads
    /// nowhere, so it goes as a whole.
    /// </summary>
    public Question Without(string words)
    {
        var clip = TakenOut.OfAny(Asks.Clip, words) == Asks.Clip ? Asks.Clip : null;
        var asks = (Asks.Kind == QuestionKind.Mirror ? Asks : WithoutInTexts(words)) with { Clip = clip };
        return PeerNetJson.Same(Asks, asks) ? this : this with { Asks = asks, Version = Version + 1 };
    }

    private AskQuestion WithoutInTexts(string words)
    {
        return Asks with
        {
            Text = TakenOut.Of(Asks.Text, words),
            EasyText = TakenOut.OfAny(Asks.EasyText, words),
            Options = Asks.Sentences.IsEmpty
                ? [.. Asks.Options.Select(option => TakenOut.Of(option, words))]
                : Asks.Options,
        };
    }

    /// <summary>The keeper for a group says that it is ready as they have read it; with the second, it is.</summary>
    public Result<Question> MakeReady(GroupId group, IfMatch ifMatch)
    {
        if (ReadyFor.Contains(group)) return this;
        if (State != QuestionState.Draft) return State == QuestionState.Ready ? this : GatheringRefusals.QuestionState;
        if (ifMatch.CheckIfGiven(Version) is { } stale) return stale;
        var groups = ReadyFor.Add(group);
        var isReady = groups.Length >= GatheringFields.MinGroups;
        return this with { ReadyFor = groups, State = isReady ? QuestionState.Ready : QuestionState.Draft };
    }

    /// <summary>Opens it to the room.</summary>
    public Result<Question> Open()
    {
        if (State == QuestionState.Open) return this;
        return State == QuestionState.Ready
            ? this with { State = QuestionState.Open, WasOpened = true }
            : GatheringRefusals.QuestionState;
    }

    /// <summary>Ends the vote, so that tables count.</summary>
    /// <param name="place">Its place among those whose hands are down or that have closed.</param>
    public Result<Question> Count(int place)
    {
        if (!HasSheet) return GatheringRefusals.CountsNothing;
        if (State == QuestionState.Counting) return this;
        return State == QuestionState.Open
            ? this with { State = QuestionState.Counting, Closed = place }
            : GatheringRefusals.QuestionState;
    }

    /// <summary>Closes it, for the tables that there are.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="place">Its place among those whose hands are down or that have closed.</param>
    public Result<Question> Close(ImmutableArray<Table> tables, int place)
    {
        if (State == QuestionState.Closed) return this;
        return State is QuestionState.Open or QuestionState.Counting
            ? Over(tables, place)
            : GatheringRefusals.QuestionState;
    }

    /// <summary>The question once its gathering is over, whether or not it was asked.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="place">Its place among those whose hands are down or that have closed.</param>
    public Question Over(ImmutableArray<Table> tables, int place)
    {
        if (State == QuestionState.Closed) return this;
        return this with
        {
            State = QuestionState.Closed,
            Tables = WasOpened ? [.. tables.Select(table => table.Id)] : [],
            Closed = place,
        };
    }

    /// <summary>What a caller sees of it.</summary>
    public QuestionDetails Seen() => new()
    {
        Id = Id,
        Asks = Asks,
        State = State,
        Round = Asks.Before is null ? 1 : 2,
        ReadyFor = ReadyFor,
        Version = Version,
        Closed = Closed,
    };
}
