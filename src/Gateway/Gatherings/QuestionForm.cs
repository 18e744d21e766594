using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Sentences;

namespace PeerNet.Gateway.Gatherings;

/// <summary>A question as it was typed. The names are those of the API's JSON.</summary>
public sealed record QuestionForm
{
    /// <summary>The question; for a new one made by the page, so that sending the form twice asks one.</summary>
    public QuestionId Id { get; init; }

    /// <summary>How it is counted.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What is asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in plainer words.</summary>
    public string EasyText { get; init; } = "";

    /// <summary>Where it can be watched in British Sign Language.</summary>
    public string Clip { get; init; } = "";

    /// <summary>What people choose from, one on a line.</summary>
    public string Options { get; init; } = "";

    /// <summary>The question of the first round, if it asks that for the second time.</summary>
    public string Before { get; init; } = "";

    /// <summary>The sentences that it asks about, in the order of the options.</summary>
    public ImmutableArray<SentenceId> Sentences { get; init; } = [];

    /// <summary>Which mirror question it is.</summary>
    public string Mirror { get; init; } = "";

    /// <summary>The ladder of a mirror question about a step.</summary>
    public string LensId { get; init; } = "";

    internal static QuestionForm New() => new() { Id = new(Guid.CreateVersion7()) };

    internal static QuestionForm Of(QuestionDetails question) => new()
    {
        Id = question.Id,
        Kind = Words<QuestionKind>.Of(question.Asks.Kind),
        Text = question.Asks.Mirror is null ? question.Asks.Text : "",
        EasyText = question.Asks.EasyText ?? "",
        Clip = question.Asks.Clip ?? "",
        Options = question.Asks.Mirror is null ? string.Join('\n', question.Asks.Options) : "",
        Mirror = question.Asks.Mirror is { } topic ? Words<MirrorTopic>.Of(topic) : "",
        LensId = $"{question.Asks.LensId}",
        Before = $"{question.Asks.Before}",
        Sentences = question.Asks.Sentences,
    };

    internal static QuestionForm Of(IFormCollection form) => new()
    {
        Id = QuestionId.TryParse(form["id"], out var id) ? id : new(Guid.CreateVersion7()),
        Kind = form.Text("kind"),
        Text = form.Lines("text"),
        EasyText = form.Lines("easyText"),
        Clip = form.Text("clip"),
        Options = form.Lines("options"),
        Before = form.Text("before"),
        Mirror = form.Text("mirror"),
        LensId = form.Text("lensId"),
        Sentences = SentenceForm.Ids(form["sentences"].OfType<string>()),
    };

    /// <summary>Reads it.</summary>
    /// <param name="ladders">The ladders from which a mirror question about a step can choose.</param>
    /// <param name="asks">What it asks.</param>
    internal FormErrors Read(IReadOnlyList<LensDetails> ladders, out AskQuestion asks)
    {
        if (Kind == Words<QuestionKind>.Of(QuestionKind.Mirror)) return ReadMirror(ladders, out asks);
        FormErrors errors = [];
        if (Words<QuestionKind>.Find(Kind) is not { } kind)
        {
            kind = default;
            errors.Add(new("kind", "Choose how it is counted."));
        }
        if (Text.Length == 0) errors.Add(new("text", "Enter what is asked."));
        asks = new()
        {
            Kind = kind,
            Text = Text,
            EasyText = EasyText.Length > 0 ? EasyText : null,
            Options = [.. LinesOf(Options)],
            Before = QuestionId.TryParse(Before, out var before) ? before : null,
            Sentences = Sentences,
            Mirror = Words<MirrorTopic>.Find(Mirror),
            LensId = Contracts.Lenses.LensId.TryParse(LensId, out var lens) ? lens : null,
            Clip = Clip.Length > 0 ? Clip : null,
        };
        return errors;
    }

    private FormErrors ReadMirror(IReadOnlyList<LensDetails> ladders, out AskQuestion asks)
    {
        FormErrors errors = [];
        var topic = Words<MirrorTopic>.Find(Mirror);
        var ladder = ladders.FirstOrDefault(lens => $"{lens.Id}" == LensId);
        if (topic is null) errors.Add(new("mirror", "Choose which mirror question it is."));
        if (topic == MirrorTopic.Rung && ladder is null) errors.Add(new("lensId", "Choose the ladder."));
        foreach (var (name, text) in new[] { ("text", Text), ("easyText", EasyText), ("options", Options) })
            if (text.Length > 0) errors.Add(new(name, "A mirror question has its own words. Leave this empty."));
        asks = new()
        {
            Kind = QuestionKind.Mirror,
            Text = topic is { } chosen ? MirrorTexts.Of(chosen).Text : "",
            Options = topic == MirrorTopic.Rung ? ladder?.Lens.Steps ?? [] : [],
            Mirror = topic,
            LensId = ladder?.Id,
            Clip = Clip.Length > 0 ? Clip : null,
        };
        return errors;
    }

    /// <summary>The lines of a text that have something in them.</summary>
    internal static IEnumerable<string> LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
